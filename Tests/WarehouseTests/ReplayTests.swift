import Intake
import Datasets
import Foundation
import GRDB
import Tabular
import Testing

@testable import Warehouse

@Suite struct ReplayTests {
  let header = "no,kind,amount,lon,lat\n"
  let bench: ImportBench
  /// The rules of today: any amount will do, where it had to be 0 at least.
  let lenient: Manifest

  init() throws {
    bench = try ImportBench()
    lenient = try ImportBench.manifest([(", constraints: {minimum: 0}", "")])
  }

  @Test func `rows pass once the rule has changed, and their entries close`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\nA2,b,x,5,5\nA3,\"c,\nd\",-3,50,5\nA4,e,1,5,5\n")

    let report = try #require(try bench.replay(1, lenient))

    #expect(report.figures.isBalanced && report.figures.batch == 2)
    #expect(report.figures.read == 3 && report.figures.inserted == 2)
    #expect(report.figures.quarantined == 1 && report.figures.attached == 1)
    #expect(report.parent == 1 && report.entriesClosed == 3 && report.unmatched == 0)
    #expect(try bench.current() == ["A1:a", "A3:c,\nd", "A4:e"])
    #expect(
      try bench.strings("SELECT source_row || ':' || batch FROM thing ORDER BY no")
        == ["1:2", "3:2", "4:1"])
    let batch = try bench.store.read { try $0.batch(id: 2) }
    #expect(batch?.kind == "replay" && batch?.parentBatch == 1)
    #expect(batch?.report.file == "things.csv")
  }

  @Test func `a row that fails again stays open under its number, with its new reasons`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\nA2,b,x,5,5\n")
    let other = try ImportBench.manifest([
      ("maxLength: 6", "maxLength: 1"), (", constraints: {minimum: 0}", ""),
    ])

    _ = try bench.replay(1, other)

    let open = try bench.store.read { try $0.quarantinedRows() }
    #expect(open.map(\.batch) == [2, 2])
    #expect(open.map(\.number) == [1, 2])
    #expect(
      open.map { $0.reasons.map(\.code) } == [["max-length"], ["max-length", "type-integer"]])
    #expect(open.map(\.line) == [2, 3] && open.map(\.row) == [1, 2])
    #expect(
      try bench.strings("SELECT status || replayed_in FROM quarantine WHERE batch_id = 1")
        == ["replayed2", "replayed2"])
  }

  @Test func `what failed twice can be tried a third time`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\n")
    _ = try bench.replay(1, ImportBench.manifest([("minimum: 0", "minimum: 1")]))

    let third = try #require(try bench.replay(2, lenient))

    #expect(third.figures.inserted == 1 && third.parent == 2)
    #expect(try bench.store.read { try $0.quarantinedRows() }.isEmpty)
  }

  @Test func `nothing is done where nothing is open`() throws {
    _ = try bench.load(header + "A1,a,1,5,5\n")
    let before = try bench.content()
    #expect(try bench.replay(1, lenient) == nil)
    #expect(try bench.content() == before)
  }

  @Test func `a dry run says what would become of the rows and changes nothing`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\n")
    let before = try bench.content()

    let report = try #require(try bench.replay(1, lenient) { $0.load.isDryRun = true })

    #expect(report.figures.status == .dryRun && report.figures.batch == nil)
    #expect(report.figures.inserted == 1)
    #expect(try bench.content() == before)
  }

  @Test func `a row that a later batch has taken is settled, and does not come back`() throws {
    _ = try bench.load(header + "A1,old,-1,5,5\n")
    _ = try bench.load(header + "A1,new,1,5,5\n")

    #expect(try bench.replay(1, lenient) == nil)
    #expect(try bench.store.read { try $0.quarantinedRows() }.isEmpty)
    #expect(try bench.current() == ["A1:new"])
  }

  @Test func `of equal keys in one file the rule for duplicates decides`() throws {
    let text = header + "A1,taken,1,5,5\nA1,refused,-1,5,5\n"
    _ = try bench.load(text)
    #expect(try bench.replay(1, lenient)?.figures.duplicate == 1)
    #expect(try bench.current() == ["A1:taken"])

    let other = try ImportBench()
    let last = ("load: incremental", "load: incremental\n  dedupe: last")
    _ = try other.load(text, ImportBench.manifest([last]))
    let rules = try ImportBench.manifest([last, (", constraints: {minimum: 0}", "")])
    #expect(try other.replay(1, rules)?.figures.updated == 1)
    #expect(try other.current() == ["A1:refused"])
  }

  @Test func `replayed rows retire nothing, though the data set is loaded in full`() throws {
    let full = try ImportBench.manifest([("incremental", "full")])
    let rules = try ImportBench.manifest([
      ("incremental", "full"), (", constraints: {minimum: 0}", ""),
    ])
    _ = try bench.load(header + "A1,a,1,5,5\nA2,b,-1,5,5\n", full)

    let report = try #require(try bench.replay(1, rules))

    #expect(report.figures.retired == 0)
    #expect(try bench.current() == ["A1:a", "A2:b"])
  }

  @Test func `a corrected file closes the entries of its rows by their numbers`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\nA2,b,x,5,5\nA3,c,y,5,5\n")
    let path = try bench.file(
      """
      no,kind,amount,lon,lat,Reasons,gewu_id
      A1,a,1,5,5,amount: too small,1
      A2,b,oops,5,5,amount: is not a whole number,2
      ,,,,,,3
      A9,z,9,5,5,,
      """, name: "back.csv")

    let report = try #require(
      try bench.replay(1, ImportBench.manifest()) { $0.corrected = path })

    #expect(report.figures.isBalanced && report.figures.read == 4)
    #expect(report.figures.inserted == 2 && report.figures.quarantined == 1)
    #expect(report.figures.blank == 1)
    #expect(report.entriesClosed == 2 && report.unmatched == 1)
    let open = try bench.store.read { try $0.quarantinedRows() }
    #expect(open.map(\.number) == [3, 2])
    #expect(open.map(\.raw) == ["A3,c,y,5,5", "A2,b,oops,5,5"])
    #expect(try bench.store.read { try $0.batch(id: 2) }?.report.file == "back.csv")
  }

  @Test func `a corrected file without numbers closes the entries by the key`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\nA2,b,x,5,5\n")
    let path = try bench.file("amount,no,kind,lon,lat\n7, A2 ,b,5,5\n", name: "back.csv")

    let report = try #require(
      try bench.replay(nil, ImportBench.manifest()) { $0.corrected = path })

    #expect(report.entriesClosed == 1 && report.figures.inserted == 1)
    #expect(try bench.store.read { try $0.quarantinedRows() }.map(\.number) == [1])
  }

  @Test func `corrected rows are of today and replace those that are known`() throws {
    _ = try bench.load(header + "A1,new,1,5,5\nA1,old,-1,5,5\n")
    let path = try bench.file(header.replacing("\n", with: ",gewu_id\n") + "A1,newest,2,5,5,1\n")

    let report = try bench.replay(1, ImportBench.manifest()) { $0.corrected = path }

    #expect(report?.figures.updated == 1)
    #expect(try bench.current() == ["A1:newest"])
  }

  @Test func `a file that stands for no open row is refused whole`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\n")
    let path = try bench.file(header.replacing("\n", with: ",gewu_id\n") + "A1,a,2,5,5,77\n")
    let before = try bench.content()

    let error = #expect(throws: DatasetsError.self) {
      try bench.replay(1, ImportBench.manifest()) { $0.corrected = path }
    }

    #expect(error?.fact == .file(.noOpenRow(column: "gewu_id", dataset: "thing")))
    #expect(try bench.content() == before)
  }

  @Test func `a replay that is taken back leaves its rows open again`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\nA2,b,x,5,5\n")
    let before = try bench.store.read { try $0.quarantinedRows() }
    _ = try bench.replay(1, lenient)

    let report = try bench.rollBack(2)

    #expect(report.entriesReopened == 2 && report.entriesClosed == 1)
    #expect(try bench.store.read { try $0.quarantinedRows() } == before)
    #expect(try bench.current().isEmpty)
  }

  @Test func `a replay between two others can be taken back, and the last one counts`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\n")
    _ = try bench.replay(1, ImportBench.manifest([("minimum: 0", "minimum: 1")]))
    _ = try bench.replay(2, lenient)

    #expect(try bench.rollBack(2).entriesReopened == 0)
    #expect(try bench.store.read { try $0.quarantinedRows() }.isEmpty)
    #expect(try bench.rollBack(3).entriesReopened == 1)
    #expect(try bench.store.read { try $0.quarantinedRows() }.map(\.batch) == [1])
  }

  @Test func `the refused rows of a batch that was taken back cannot be replayed`() throws {
    _ = try bench.load(header + "A1,a,-1,5,5\n")
    #expect(try bench.rollBack(1).entriesClosed == 1)
    #expect(try bench.replay(1, lenient) == nil)
    #expect(
      try bench.strings("SELECT status || ': ' || note FROM quarantine")
        == ["discarded: batch.rolled_back"])
  }

  @Test(arguments: [false, true])
  func `a row's geometry comes back with it, though a workbook or text does not hold it`(
    _ isCorrected: Bool
  ) throws {
    let changes = [
      ("  - {name: lon, type: number}\n  - {name: lat, type: number}\n", ""),
      ("{x: lon, y: lat, crs: wgs84}", "{geometry: {type: point, crs: file}}"),
    ]
    _ = try bench.load(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"no":"A1","kind":"a","amount":-1},
      "geometry":{"type":"Point","coordinates":[5,6]}}]}
      """, ImportBench.manifest(changes), name: "things.geojson")
    let path = try bench.file("no,kind,amount,gewu_id\nA1,a,1,1\n", name: "back.csv")

    let rules = try ImportBench.manifest(
      changes + (isCorrected ? [] : [(", constraints: {minimum: 0}", "")]))
    let report = try #require(
      try bench.replay(1, rules) { $0.corrected = isCorrected ? path : nil })

    #expect(report.figures.inserted == 1 && report.figures.attached == 1)
    #expect(try bench.strings("SELECT AsText(geometry) FROM thing") == ["POINT(5 6)"])
  }

  @Test(arguments: [true, false])
  func `a corrected row that fails again keeps its geometry`(_ hasNumbers: Bool) throws {
    let rules = try ImportBench.manifest([
      ("  - {name: lon, type: number}\n  - {name: lat, type: number}\n", ""),
      ("{x: lon, y: lat, crs: wgs84}", "{geometry: {type: point, crs: file}}"),
    ])
    let features = [("A1", 5), ("A2", 7)].map { no, x in
      #"{"type":"Feature","properties":{"no":"\#(no)","kind":"a","amount":-1},"#
        + #""geometry":{"type":"Point","coordinates":[\#(x),6]}}"#
    }
    _ = try bench.load(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#, rules,
      name: "things.geojson")
    let send = { (rows: [(String, Int, String)], name: String) in
      let head = hasNumbers ? "no,kind,amount,gewu_id\n" : "no,kind,amount\n"
      let lines = rows.map { no, amount, id in
        "\(no),a,\(amount)" + (hasNumbers ? ",\(id)\n" : "\n")
      }
      let path = try bench.file(head + lines.joined(), name: name)
      return try bench.replay(nil, rules) { $0.corrected = path }
    }

    let first = try send([("A1", -2, "1"), ("A2", -3, "2")], "first.csv")
    #expect(first?.figures.quarantined == 2)
    let kept = try bench.store.read { try $0.quarantinedRows() }.map(\.raw)
    #expect(kept.allSatisfy { $0.contains(#"{"geometry":"01"#) })
    let second = try send([("A2", 1, "2"), ("A1", 1, "1")], "second.csv")

    #expect(second?.figures.inserted == 2 && second?.figures.attached == 2)
    #expect(
      try bench.strings("SELECT no || AsText(geometry) FROM thing ORDER BY no")
        == ["A1POINT(5 6)", "A2POINT(7 6)"])
  }

  @Test func `refused rows that are replayed come to what an import of them comes to`() throws {
    let text = "no,kind,amount,lon,lat\nA1,lamp,-1,5,5\nA2,pump,-2,50,5\nA3,bin,x,5,5\n"
    let (imported, replayed) = (try ImportBench(), try ImportBench())
    let lenient = try ImportBench.manifest([(", constraints: {minimum: 0}", "")])

    let expected = try imported.load(text, lenient)
    _ = try replayed.load(text)
    var figures = try #require(try replayed.replay(1, lenient)).figures

    #expect(figures.batch == 2)
    (figures.batch, figures.seconds) = (expected.batch, expected.seconds)
    #expect(figures == expected)
    #expect(try replayed.current() == imported.current())
  }
}
