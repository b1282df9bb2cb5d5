@testable import Intake
import Geometry
import Datasets
import Foundation
import GRDB
import Tabular
import Projections
import Testing

@testable import Warehouse

/// Faults of a file as a whole: one clear message, and the store as it was.
@Suite struct ImportFaultTests {
  let header = "no,kind,amount,lon,lat\n"

  private func message(
    _ bench: ImportBench, _ path: String, _ manifest: Manifest? = nil
  ) throws -> String {
    let before = try bench.content()
    var message = "no error"
    do {
      _ = try bench.store.importFile(
        ImportRequest(
          path: path, manifest: try manifest ?? ImportBench.manifest(),
          attacher: ImportBench.attacher))
    } catch {
      message = "\(error)"
    }
    #expect(try bench.content() == before)
    return message.replacingOccurrences(of: bench.folder.path + "/", with: "")
  }

  /// What a file as a whole is refused for.
  private func fault(
    _ bench: ImportBench, _ text: String, _ manifest: Manifest? = nil
  ) throws -> DatasetsError.Fact? {
    let path = try bench.file(text)
    let before = try bench.content()
    defer { #expect((try? bench.content()) == before) }
    return #expect(throws: DatasetsError.self) {
      try bench.store.importFile(
        ImportRequest(
          path: path, manifest: try manifest ?? ImportBench.manifest(),
          attacher: ImportBench.attacher))
    }?.fact
  }

  @Test func `data sets whose names differ in hyphens only do not share a table`() throws {
    let bench = try ImportBench()
    let first = try ImportBench.manifest([("name: thing", "name: a-b")])
    _ = try bench.load(header + "A1,a,1,5,5\n", first)
    let before = try bench.content()

    let error = #expect(throws: DatasetsError.self) {
      try bench.load(
        header + "A2,a,1,5,5\n", ImportBench.manifest([("name: thing", "name: a_b")]))
    }

    #expect(error?.fact == .file(.tableTaken(dataset: "a_b", other: "a-b")))
    #expect(try bench.content() == before)
    #expect(try bench.load(header + "A2,a,1,5,5\n", first).inserted == 1)
  }

  /// What a file that cannot be read is refused for.
  private func unread(_ bench: ImportBench, _ path: String) throws -> TabularFact? {
    let before = try bench.content()
    defer { #expect((try? bench.content()) == before) }
    let error = #expect(throws: TabularError.self) {
      try bench.store.importFile(
        ImportRequest(
          path: path, manifest: try ImportBench.manifest(), attacher: ImportBench.attacher))
    }
    #expect(error?.path == path)
    return error?.fact
  }

  @Test func `a file that is missing, empty or a folder`() throws {
    let bench = try ImportBench()
    #expect(try unread(bench, bench.folder.path + "/nothing.csv") == .file(.missing))
    #expect(try unread(bench, bench.file("")) == .file(.empty))
    #expect(try unread(bench, bench.folder.path) == .file(.directory))
  }

  @Test func `a NUL byte, bad UTF-8 and bad UTF-16 are named with their offsets`() throws {
    let bench = try ImportBench()
    let bad = TextFact.BadByte(offset: 24, value: 0xFF)
    #expect(
      try unread(bench, bench.file(Array(header.utf8) + [0])) == .text(.nul(offset: 23)))
    #expect(
      try unread(bench, bench.file(Array(header.utf8) + [0x41, 0xFF, 0x41]))
        == .text(.neither(utf8: bad, gb18030: bad, line: 2)))
    #expect(
      try unread(bench, bench.file([0xFF, 0xFE, 0x6E, 0, 0x42, 0xD8, 0x6E, 0]))
        == .text(
          .invalid(
            encoding: "utf-16le", TextFact.BadByte(offset: 4, value: 0x42), line: nil)))
  }

  @Test func `a missing column, a wrong delimiter and a wrong header`() throws {
    let bench = try ImportBench()
    let columns = ["kind", "amount", "lon", "lat"]
    #expect(
      try fault(bench, "kind,amount,lon,lat\na,1,5,5\n")
        == .header(
          .missing(["no"], header: SeenHeadings(columns, known: Set(columns), expected: 4))))
    #expect(
      try fault(bench, "no;kind;amount;lon;lat\nA1;a;1;5;5\n")
        == .header(.oneColumn(delimiter: ";")))
    #expect(
      try fault(bench, "no,kind,kind,amount,lon,lat\n")
        == .header(.repeated(field: "kind", columns: [2, 3])))
    #expect(
      try fault(
        bench, header,
        ImportBench.manifest([("fieldsMatch: subset", "dialect: {headerRows: [9]}")]))
        == .header(.noHeader(row: 9)))
  }

  @Test func `a hundred rows of the wrong width are the file's fault, one is the row's`() throws {
    let bench = try ImportBench()
    let rows = String(repeating: "A1,a,1\n", count: 150)
    guard case .file(.otherShape(let misshapen, width: 5)) = try fault(bench, header + rows) else {
      Issue.record("another fault")
      return
    }
    #expect(misshapen >= 100)
    let report = try bench.load(header + "A1,a,1\nA2,b,1,5,5\n")
    #expect(report.reasons == ["fields-missing": 1] && report.inserted == 1)
  }

  @Test func `a full load without any row is refused`() throws {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([("incremental", "full")])
    #expect(try fault(bench, header, full) == .file(.wouldRetireAll))
  }

  @Test func `an unknown reference system is named`() throws {
    let bench = try ImportBench()
    let wrong = try ImportBench.manifest([("crs: wgs84", "crs: EPSG:999999")])
    let path = try bench.file(header + "A1,a,1,5,5\n")
    let request = ImportRequest(path: path, manifest: wrong, attacher: ImportBench.attacher)
    #expect(
      throws: CoordinateTransformError.unknownCRS(
        .epsg(999_999), .noSuchCode)
    ) { try bench.store.importFile(request) }
  }

  @Test(arguments: ["NaN,0", "0,0", "181,5", "5,91", "5,", "1e999,5", "五,5"])
  func `a position that is none refuses its row and no other`(_ position: String) throws {
    let bench = try ImportBench()
    let report = try bench.load(header + "A1,a,1,\(position)\nA2,b,1,5,5\n")
    #expect(report.inserted == 1 && report.quarantined == 1)
    let code = position == "0,0" ? "coordinate-zero" : "coordinate-invalid"
    #expect(report.reasons == [code: 1])
  }

  @Test func `a full disk leaves the store as it was`() throws {
    let bench = try ImportBench()
    _ = try bench.load(header + "A0,a,1,5,5\n")
    try bench.store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
    }
    let rows = (1...30_000).map { "N\($0),k,\($0),5,5\n" }.joined()
    let text = try message(bench, bench.file(header + rows, name: "big.csv"))
    #expect(text == #"full(path: "s.sqlite")"#)

    try bench.store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA max_page_count = 1073741823")
    }
    #expect(try bench.load(header + rows, name: "big.csv").inserted == 30_000)
  }

  @Test func `a cancelled import leaves the store as it was`() throws {
    let bench = try ImportBench()
    let before = try bench.content()
    let rows = (1...5_000).map { "N\($0),k,\($0),5,5\n" }.joined()
    var request = ImportRequest(
      path: try bench.file(header + rows), manifest: try ImportBench.manifest())
    request.isCancelled = { true }
    #expect(throws: CancellationError.self) { try bench.store.importFile(request) }
    #expect(try bench.content() == before)
  }
}
