@testable import Intake
import Foundation
import GRDB
import Testing

@testable import Warehouse

@Suite struct ImportSpatialIndexTests {
  private func rows(_ range: ClosedRange<Int>, shift: Double = 0) -> String {
    "no,kind,amount,lon,lat\n"
      + range.map { "k\($0),a,\($0),\(Double($0 % 40) / 4 + shift),\(Double($0 / 40) / 4)\n" }
      .joined()
  }

  private func run(_ bench: ImportBench, _ file: String, dedupe: String = "error") throws {
    let manifest = try ImportBench.manifest([
      ("load: incremental", "load: incremental\n  dedupe: \(dedupe)")
    ])
    let report = try bench.store.importFile(
      ImportRequest(path: file, manifest: manifest, attacher: ImportBench.attacher))
    #expect(report.status == .published)
  }

  private func expectSound(_ bench: ImportBench) throws {
    try bench.store.read { session in
      let db = session.db
      #expect(try String.fetchOne(db, sql: "SELECT rtreecheck('idx_src_thing_geometry')") == "ok")
      #expect(try Int.fetchOne(db, sql: "SELECT CheckSpatialIndex('src_thing', 'geometry')") == 1)
      // All versions are in it, the view shows those that are current.
      for frame in ["0, 0, 3, 3", "2.4, 1.1, 7.3, 4", "-5, -5, 20, 20", "30, 30, 40, 40"] {
        let found = try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM thing WHERE id IN (SELECT rowid FROM SpatialIndex
              WHERE f_table_name = 'src_thing' AND search_frame = BuildMbr(\(frame))) ORDER BY id
            """)
        let expected = try Int64.fetchAll(
          db,
          sql: "SELECT id FROM thing WHERE MbrIntersects(geometry, BuildMbr(\(frame))) ORDER BY id")
        #expect(found == expected)
      }
    }
  }

  @Test func `an import leaves a sound spatial index, and so does the next one`() throws {
    let bench = try ImportBench()
    try run(bench, try bench.file(rows(1...900), name: "one.csv"))
    try expectSound(bench)
    try run(bench, try bench.file(rows(880...930, shift: 0.1), name: "two.csv"))
    try expectSound(bench)
    try run(bench, try bench.file(rows(1...900, shift: 0.2), name: "three.csv"))
    try expectSound(bench)
  }

  @Test func `rows that take the place of earlier ones of the file are indexed once`() throws {
    let bench = try ImportBench()
    let text =
      rows(1...300)
      + rows(1...150, shift: 0.1).split(separator: "\n").dropFirst()
      .joined(separator: "\n") + "\n"
    try run(bench, try bench.file(text), dedupe: "last")
    try expectSound(bench)
  }

  @Test func `a data set without any row has an empty index`() throws {
    let bench = try ImportBench()
    try run(bench, try bench.file("no,kind,amount,lon,lat\n"))
    try expectSound(bench)
  }
}
