@testable import Intake
import Datasets
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Warehouse

@Suite struct BoundedImportTests {
  /// Rows with repeated keys, bad rows, and rows that change and come back within a file.
  private func text(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    var text = "no,kind,amount,lon,lat\n"
    for _ in 0..<700 {
      let number = Int.random(in: 0..<500, using: &generator)
      let amount = Int.random(in: -1..<4, using: &generator)
      let lon = Int.random(in: 0..<15, using: &generator)
      text += "k\(number),a,\(amount),\(lon),1\n"
    }
    return text
  }

  /// All that three loads leave, as text.
  private func outcome(_ load: String, _ dedupe: String, keysInMemory: Int) throws -> [String] {
    let bench = try ImportBench()
    let manifest = try ImportBench.manifest([
      ("load: incremental", "load: \(load)\n  dedupe: \(dedupe)")
    ])
    var lines: [String] = []
    for seed in 1...3 {
      let file = try bench.file(text(UInt64(seed)), name: "\(seed).csv")
      var request = ImportRequest(
        path: file, manifest: manifest, attacher: ImportBench.attacher)
      request.keysInMemory = keysInMemory
      var report = try bench.store.importFile(request)
      #expect(report.status == .published && report.isBalanced)
      lines.append("\(report.reasons.sorted { $0.key < $1.key })")
      (report.seconds, report.reasons) = (0, [:])
      lines.append("\(report)")
    }
    return try lines
      + bench.store.read { session in
        #expect(
          try String.fetchOne(session.db, sql: "SELECT rtreecheck('idx_src_thing_geometry')")
            == "ok")
        let rows = try Row.fetchAll(session.db, sql: "SELECT * FROM src_thing ORDER BY id")
        let refused = try Row.fetchAll(
          session.db,
          sql: """
            SELECT batch_id, row_number, line, byte_offset, sheet, raw, status, replayed_in, key_hash
            FROM quarantine ORDER BY batch_id, row_number
            """)
        return (rows + refused).map { "\($0)" }
      }
  }

  @Test(
    arguments: ["incremental", "full"], ["error", "first", "last"])
  func `an import that keeps few keys in memory leaves the same store`(
    load: String, dedupe: String
  ) throws {
    let expected = try outcome(load, dedupe, keysInMemory: 1 << 19)
    for limit in [16, 150] {
      let found = try outcome(load, dedupe, keysInMemory: limit)
      #expect(found.count == expected.count)
      for (one, other) in zip(found, expected) { #expect(one == other) }
    }
  }
}
