@testable import Intake
import Datasets
import Foundation
import GRDB
import Geometry
import Testing

@testable import Warehouse

@Suite struct ImportTests {
  let header = "no,kind,amount,lon,lat\n"

  @Test func `every row has one outcome, and the figures are those of the store`() throws {
    let bench = try ImportBench()

    let report = try bench.load(
      header
        + """
        A1,pump,1,5,5
        A2,lamp,2,50,5
        A3,lamp,,,

        A1,pump,9,5,5
        A4,lamp,-1,5,5
        ,lamp,1,5,5
        A5,lamp,x,0,0
        A6,lamp
        """)

    #expect(report.status == .published && report.batch == 1)
    #expect(report.read == 9)
    #expect(report.inserted == 3 && report.duplicate == 1 && report.blank == 1)
    #expect(report.quarantined == 4)
    #expect(report.attached == 1 && report.unattached == 2)
    #expect(
      report.reasons == [
        "minimum": 1, "required": 1, "type-integer": 1, "coordinate-zero": 1, "fields-missing": 1,
      ])
    #expect(try bench.current() == ["A1:pump", "A2:lamp", "A3:lamp"])
    #expect(try bench.number("SELECT grid_id FROM thing WHERE no = 'A1'") == 1)
    let kept = try bench.store.read { try $0.batch(id: 1)?.report }
    #expect(kept?.reasons == report.reasons)
    #expect(kept?.inserted == 3 && kept?.read == 9)
  }

  @Test func `a refused row is kept whole, with every reason`() throws {
    let bench = try ImportBench()

    _ = try bench.load(header + "A1,pump,1,5,5\nA2 too long,\"l,\"\"amp\",x,0,0\n")

    let rows = try bench.store.read { try $0.quarantinedRows() }
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    #expect(row.raw == "A2 too long,\"l,\"\"amp\",x,0,0")
    #expect(row.row == 2 && row.line == 3 && row.byteOffset == 37)
    #expect(row.reasons.map(\.code) == ["max-length", "type-integer", "coordinate-zero"])
    #expect(row.reasons.map(\.field) == ["no", "amount", "lon,lat"])
    #expect(row.reasons[1].value == "x")
    #expect(row.reasons[0].arguments == [Argument("most", "6")])
    #expect(row.reasons[1].arguments == [])
  }

  @Test func `the same file and manifest again changes nothing and repeats the report`() throws {
    let bench = try ImportBench()
    let text = header + "A1,pump,1,5,5\n"
    let first = try bench.load(text)
    let before = try bench.content()

    let again = try bench.load(text)

    #expect(again.status == .unchanged)
    #expect(again.batch == first.batch && again.inserted == 1)
    #expect(try bench.content() == before)
  }

  @Test func `an older file imported again is left alone, and brings its state back where told`()
    throws
  {
    let bench = try ImportBench()
    _ = try bench.load(header + "A1,pump,1,5,5\n")
    _ = try bench.load(header + "A1,lamp,1,5,5\n")

    let second = try bench.load(header + "A1,pump,1,5,5\n")
    let third = try bench.load(header + "A1,pump,1,5,5\n") { $0.isForced = true }

    #expect(second.status == .unchanged && second.supersededBy == 2)
    #expect(third.status == .published && third.updated == 1)
    #expect(try bench.current() == ["A1:pump"])
  }

  @Test func `known rows are updated or left, and absent ones stay in an incremental load`() throws
  {
    let bench = try ImportBench()
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\nA3,c,1,5,5\n")

    let report = try bench.load(header + "A1,a,1,5,5\nA2,B,1,5,5\nA4,d,1,50,5\n")

    #expect(report.unchanged == 1 && report.updated == 1 && report.inserted == 1)
    #expect(report.retired == 0 && report.attached == 1 && report.unattached == 1)
    #expect(try bench.current() == ["A1:a", "A2:B", "A3:c", "A4:d"])
    #expect(try bench.number("SELECT count(*) FROM src_thing WHERE to_batch = 2") == 1)
  }

  @Test func `a full load retires absent rows, but not those whose new version is refused`() throws
  {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([("incremental", "full")])
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\nA3,c,1,5,5\n", full)

    let report = try bench.load(header + "A1,a,1,5,5\nA2,b,oops,5,5\n", full)

    #expect(report.unchanged == 1 && report.quarantined == 1 && report.retired == 1)
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `the last of equal keys counts where the manifest says so`() throws {
    let bench = try ImportBench()
    let last = try ImportBench.manifest([("load: incremental", "load: incremental\n  dedupe: last")]
    )
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n", last)

    let report = try bench.load(
      header + "A1,x,1,5,5\nA1,a,1,5,5\nA2,b,1,5,5\nA2,c,1,50,5\nA3,d,1,5,5\nA3,e,1,50,5\n", last)

    // A1 ends as it was, A2 changed in the end, A3 is new in its last form.
    #expect(report.unchanged == 1 && report.updated == 1 && report.inserted == 1)
    #expect(report.duplicate == 3)
    #expect(report.attached == 0 && report.unattached == 2)
    #expect(try bench.current() == ["A1:a", "A2:c", "A3:e"])
  }

  @Test func `equal keys are refused where the manifest says so`() throws {
    let bench = try ImportBench()
    let strict = try ImportBench.manifest([
      ("load: incremental", "load: incremental\n  dedupe: error")
    ])
    let report = try bench.load(header + "A1,a,1,5,5\nA1,b,1,5,5\n", strict)
    #expect(report.inserted == 1 && report.reasons == ["key-duplicate": 1])
  }

  @Test func `without a key every row is appended, equal ones too`() throws {
    let bench = try ImportBench()
    let append = try ImportBench.manifest([("primaryKey: [no]\n", ""), ("incremental", "append")])
    let report = try bench.load(header + "A1,a,1,5,5\nA1,a,1,5,5\n", append)
    #expect(report.inserted == 2)
    #expect(try bench.number("SELECT count(*) FROM thing") == 2)
  }

  @Test func `a dry run does everything and keeps nothing`() throws {
    let bench = try ImportBench()
    let before = try bench.content()
    let report = try bench.load(header + "A1,a,1,5,5\nA2,b,x,5,5\n") { $0.isDryRun = true }
    #expect(report.status == .dryRun && report.batch == nil)
    #expect(report.inserted == 1 && report.quarantined == 1)
    #expect(try bench.content() == before)
  }

  @Test func `too many refused rows refuse the file, and nothing is changed`() throws {
    let bench = try ImportBench()
    let before = try bench.content()
    let text = header + "A1,a,1,5,5\nA2,b,x,5,5\n"

    let report = try bench.load(text) { $0.maximumErrors = .share(0.4) }

    #expect(report.status == .refused && report.batch == nil)
    #expect(
      report.refused == .errors(refused: 1, read: 2, limit: .share(0.4), mostOften: "type-integer"))
    #expect(try bench.content() == before)
    #expect(try bench.load(text) { $0.maximumErrors = .rows(1) }.status == .published)
  }

  @Test func `a full load that shrinks the data set too far is refused`() throws {
    let bench = try ImportBench()
    let full = try ImportBench.manifest([
      ("load: incremental", "load: full\n  thresholds: {maxShrink: 40%}")
    ])
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,1,5,5\n", full)
    let report = try bench.load(header + "A1,a,1,5,5\n", full)
    #expect(report.status == .refused && report.retired == 1)
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `many thousand rows pass from thread to thread in order`() throws {
    let bench = try ImportBench()
    let rows = (1...20_000).map { "N\($0),k,\($0),5,5\n" }.joined()
    let report = try bench.load(header + rows)
    #expect(report.inserted == 20_000 && report.attached == 20_000)
    #expect(
      try bench.number("SELECT count(*) FROM thing WHERE amount = source_row AND id = amount")
        == 20_000)
    let second = try bench.load(header + rows + "N1,k,0,5,5\n", name: "b.csv")
    #expect(second.unchanged == 20_000 && second.duplicate == 1)
  }

  @Test func `records are attached by code where the manifest says so`() throws {
    let bench = try ImportBench()
    let byCode = try ImportBench.manifest([
      ("location: {x: lon, y: lat, crs: wgs84}", "location: {grid: {field: kind, level: grid}}")
    ])
    let report = try bench.load(header + "A1,G1,1,,\nA2,G9,1,,\nA3,,1,,\n", byCode)
    #expect(report.inserted == 3 && report.attached == 1 && report.unattached == 2)
    #expect(try bench.strings("SELECT attach_method FROM thing WHERE no = 'A1'") == ["code"])
  }

  @Test func `positions are brought from the manifest's system to the store's`() throws {
    let bench = try ImportBench()
    let gcj = try ImportBench.manifest([("wgs84", "gcj02")])
    _ = try bench.load(header + "A1,a,1,121.53,31.18\n", gcj)
    let x = try bench.store.read {
      try Double.fetchOne($0.db, sql: "SELECT X(geometry) FROM thing")
    }
    let wanted = GCJ02.toWGS84(Coordinate(longitude: 121.53, latitude: 31.18))
    #expect(x == wanted.x)
  }

  @Test func `the view of current rows is listed as a layer, and types are kept`() throws {
    let bench = try ImportBench()
    _ = try bench.load(header + "007,a,1,5,5\n")
    #expect(
      try bench.strings("SELECT view_name FROM views_geometry_columns WHERE view_name = 'thing'")
        == ["thing"])
    #expect(try bench.current("no") == ["007"])
    #expect(
      try bench.strings("SELECT typeof(no) || typeof(amount) || typeof(lon) FROM thing")
        == ["textintegerreal"])
    #expect(try bench.strings("SELECT GeometryType(geometry) FROM thing") == ["POINT"])
  }

  @Test func `a new field of the manifest becomes a new column`() throws {
    let bench = try ImportBench()
    _ = try bench.load(header + "A1,a,1,5,5\n")
    let wider = try ImportBench.manifest([
      ("  - {name: lat, type: number}", "  - {name: lat, type: number}\n  - {name: note}")
    ])
    let report = try bench.load("no,kind,amount,lon,lat,note\nA1,a,1,5,5,hello\n", wider)
    #expect(report.updated == 1)
    #expect(try bench.strings("SELECT note FROM thing") == ["hello"])
  }

  @Test func `GB 18030 rows cite the offsets of the original file`() throws {
    let bench = try ImportBench()
    // no,类,amount,lon,lat / 甲,… in GB 18030: 类 = C0E0, 甲 = BCD7.
    let head: [UInt8] =
      Array("no,".utf8) + [0xC0, 0xE0] + Array(",amount,lon,lat\n".utf8)
    let row: [UInt8] = [0xBC, 0xD7] + Array(",k,x,5,5\n".utf8)
    let path = try bench.file(head + row + row)
    let manifest = try ImportBench.manifest([("title: Kind", "title: 类")])

    let report = try bench.store.importFile(ImportRequest(path: path, manifest: manifest))

    #expect(report.quarantined == 2)
    let rows = try bench.store.read { try $0.quarantinedRows() }
    #expect(rows.map(\.byteOffset) == [head.count, head.count + row.count])
    #expect(rows[0].raw == "甲,k,x,5,5")
    #expect(try bench.strings("SELECT encoding FROM source_file") == ["gb18030"])
  }
}
