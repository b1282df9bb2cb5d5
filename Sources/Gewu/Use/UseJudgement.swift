import Datasets
import Foundation
import Grids
import Subjects
import Time
import UseAnomaly
import Warehouse

/// The homes of a store as they are judged as of a day.
struct UseJudgement {
  let record: UseJudgementRecord
  /// Those that are kept, in the order of their items.
  let findings: [UseFindingRecord]
  private(set) var report: UseJudgementReport

  /// Reads and judges.
  ///
  /// - Throws: ``UseFault``; `StoreError`, `SealFault`.
  init(
    _ file: UseFile, on day: Day, matching: AddressMatching?, threads: Int,
    _ session: StoreTransaction, _ digest: SubjectDigest
  ) throws {
    guard let bindings = file.bindings else { throw UseFault.noSources(path: file.path) }
    var reader = HomeReader(
      session, day: Int32(day.ordinal), matching: matching, threads: threads)
    try reader.readAll(bindings)
    for list in [UseBindings.List.homes, .water] {
      let datasets = bindings[list].map(\.dataset)
      if reader.absent.isSuperset(of: datasets) {
        throw UseFault.nothingImported(list: list.rawValue, datasets: datasets)
      }
    }
    let (homes, entries) = reader.book.homes()
    let result = UseAnalysis(file.settings).judge(homes.map { Self.home($0, upTo: day) })
    let above = try Self.communities(session)
    findings = try result.homes.compactMap { finding in
      guard !finding.lists.isEmpty || finding.isHeldBack, let entry = entries[finding.key] else {
        return nil
      }
      return UseFindingRecord(
        item: Self.item(entry, digest), source: entry.source, row: entry.row,
        place: UsePlace(
          cell: entry.cell, community: above[entry.cell] ?? "", buildingKind: entry.kind),
        isStanding: finding.lists.contains(.standing), isStep: finding.lists.contains(.step),
        isHeld: finding.isHeldBack, details: try UseDetails(finding).encoded)
    }.sorted { $0.item < $1.item }
    let notJudged = Dictionary(
      uniqueKeysWithValues: result.notJudged.map { ($0.key.rawValue, $0.value) })
    record = UseJudgementRecord(
      asOf: day.text, rules: file.text, homes: result.homes.count, judged: result.judged,
      byChance: result.byChance, expectedFalse: result.expectedFalse, notJudged: notJudged)
    report = UseJudgementReport(
      asOf: day.text, homes: result.homes.count, judged: result.judged, notJudged: notJudged,
      standing: findings.count(where: \.isStanding), step: findings.count(where: \.isStep),
      held: findings.count(where: \.isHeld), byChance: result.byChance,
      expectedFalse: result.expectedFalse, outcomesRemoved: 0, absent: reader.absent.sorted())
  }

  /// A home without what was read later.
  private static func home(_ home: Home, upTo day: Day) -> Home {
    var home = home
    let last = Int32(day.ordinal)
    home.water.removeAll { $0.to > last }
    home.power.removeAll { $0.to > last }
    return home
  }

  /// The key of the item about a home: of another kind than those of subjects, so that it leads to none.
  private static func item(_ entry: HomeBook.Entry, _ digest: SubjectDigest) -> SubjectKey {
    digest.key(of: Array("use".utf8) + [0x1D] + Array(entry.identity.utf8))
  }

  /// The cell above each of the lowest cells of the base net.
  private static func communities(_ session: StoreTransaction) throws -> [String: String] {
    guard let generation = try session.answeringGeneration(net: Net.base) else { return [:] }
    let levels = try session.levels(net: Net.base)
    for level in levels.reversed() {
      let cells = try session.grids(
        level: level, generation: generation.id, withBoundaries: false)
      guard !cells.isEmpty else { continue }
      return Dictionary(
        cells.map { ($0.code, $0.parentCode ?? "") }, uniquingKeysWith: { first, _ in first })
    }
    return [:]
  }

  /// How many of its findings are kept otherwise, among those that are kept.
  func differing(from kept: [UseFindingRecord]) -> Int {
    let known = Dictionary(uniqueKeysWithValues: kept.map { ($0.item, $0) })
    return findings.count { finding in known[finding.item].map { $0 != finding } ?? false }
  }
}
