import DemoSupport
import DemoTruth
import Foundation
import TestSupport
import Testing
import UseAnomaly

/// Group rentals among the homes of an invented district.
@Suite struct UseProofTests {
  /// Whole districts for `scripts/check-use`, which says their seeds; it takes minutes for each.
  private static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["GEWU_USE_SEEDS"].map {
      $0.split(separator: ",").compactMap { UInt64($0) }
    } ?? []

  /// Three in a hundred of a district: one group rental and one large family; of leaks and wrong meters, which
  /// do not become fewer, thirty each among 5,000 homes.
  @Test(.enabled(if: seeds.isEmpty)) func `a small one`() {
    let truth = SharedTruths.truth(TruthOptions(seed: 7, share: 3))
    let proof = UseProof(truth, homes: StoreView(truth).homes())

    let report = UseAnalysis(.shipped).judge(proof.homes)
    let method = proof.outcome("method", report.list(.standing).map(\.key))
    let plain = proof.outcome("plain", proof.plain(report, 2))

    #expect(method.planted[.groupRental] == 1 && method.planted[.leak] == 30)
    #expect(method.hits == 1)
    #expect((method.named[.leak] ?? 0) <= 3 && method.wrongMeters <= 3)
    #expect(method.named[.largeFamily] == nil)
    // A high z alone is mostly something else.
    #expect(plain.count > 2 * method.count && plain.precision < method.precision)
    #expect((plain.named[.leak] ?? 0) > 3)
    #expect(report.notJudged[.sharedMeter] ?? 0 > 0)
  }

  @Test(arguments: seeds) func `whole ones`(seed: UInt64) {
    let truth = Truth(TruthOptions(seed: seed))

    let (lines, method) = UseProof.record(truth)

    print(lines.map { "use: " + $0 }.joined(separator: "\n"))
    #expect(method.planted[.groupRental] == 30 && method.planted[.leak] == 30)
    #expect(method.precision >= 0.55 && method.recall >= 0.6)
    #expect((method.named[.largeFamily] ?? 0) <= 3)
    #expect((method.named[.leak] ?? 0) <= 3 && method.wrongMeters <= 3)
  }
}
