@testable import Intake
import Datasets
import Foundation
import GRDB
import Testing

@testable import Warehouse

/// A field whose type the manifest corrects keeps every value as the file has it.
@Suite struct TypeChangeTests {
  let bench: ImportBench
  let before = "k,code,v\na,7,1.5\nb,12,2\n"
  let after = """
    k,code,v
    a,007,1.50
    b,0012,1e5
    c,00120000000000000000012,0x
    d,9007199254740993,12345678901234567890

    """

  init() throws {
    bench = try ImportBench()
  }

  /// A manifest whose fields have these types.
  static func manifest(
    _ code: String, _ value: String, load: String = "full", key: String = "string"
  ) throws -> Manifest {
    try Manifest(
      yaml: """
        name: aff
        primaryKey: [k]
        fields:
          - {name: k, type: \(key)}
          - {name: code, type: \(code)}
          - {name: v, type: \(value)}
        gewu: {dataset: aff, load: \(load)}
        """, path: "aff.yaml")
  }

  private func rows(_ columns: String = "k || ' ' || code || ' ' || v") throws -> [String] {
    try bench.strings("SELECT \(columns) FROM aff ORDER BY k")
  }

  private func isClean() throws -> Bool {
    let report = try bench.store.verify()
    #expect(report.clean, "\(report.checks.flatMap(\.problems))")
    return report.clean
  }

  @Test(arguments: [1 << 30, 1])
  func `values that were numbers and are texts now are those of the file`(stageBytes: Int) throws {
    try bench.load(before, Self.manifest("integer", "number"), name: "aff1.csv")

    let report = try bench.load(after, Self.manifest("string", "string"), name: "aff2.csv") {
      $0.stageBytes = stageBytes
    }

    #expect(report.updated == 2 && report.inserted == 2)
    #expect(
      try rows() == [
        "a 007 1.50", "b 0012 1e5", "c 00120000000000000000012 0x",
        "d 9007199254740993 12345678901234567890",
      ])
    #expect(try rows("typeof(code) || typeof(v)") == Array(repeating: "texttext", count: 4))
    #expect(try isClean())
    // What was loaded before is in the table as it was.
    #expect(
      try bench.strings("SELECT code__1 || ' ' || typeof(v__1) FROM src_aff WHERE from_batch = 1")
        == ["7 real", "12 real"])
  }

  @Test(arguments: [1 << 30, 1])
  func `values that were texts and are numbers now are in the order of numbers`(stageBytes: Int)
    throws
  {
    try bench.load(before, Self.manifest("string", "string"))

    try bench.load(
      "k,code,v\na,7,1.5\nb,12,2\nc,100,-3\n", Self.manifest("integer", "number"), name: "2.csv"
    ) { $0.stageBytes = stageBytes }

    #expect(try bench.strings("SELECT k FROM aff ORDER BY code") == ["a", "b", "c"])
    #expect(try bench.strings("SELECT k FROM aff ORDER BY v") == ["c", "a", "b"])
    #expect(try isClean())
  }

  @Test func `rows that a load leaves alone have their values in the new type`() throws {
    try bench.load(before, Self.manifest("integer", "number", load: "incremental"))

    try bench.load(
      "k,code,v\nc,0x7,1/3\n", Self.manifest("string", "string", load: "incremental"), name: "2.csv"
    )

    #expect(try rows() == ["a 7 1.5", "b 12 2.0", "c 0x7 1/3"])
    #expect(try isClean())
    try bench.load(
      "k,code,v\nd,1,1\n", Self.manifest("integer", "string", load: "incremental"), name: "3.csv")
    // What is no number stays what it was.
    #expect(
      try rows("k || ' ' || typeof(code)") == ["a integer", "b integer", "c text", "d integer"])
    #expect(try isClean())
  }

  @Test func `numbers of seventeen digits survive as texts and back`() throws {
    let numbers = "k,code,v\na,1,0.1\nb,2,0.30000000000000004\nc,3,123456789.12345679\n"
    try bench.load(numbers, Self.manifest("integer", "number", load: "incremental"))
    let exact = try bench.strings("SELECT printf('%!.17g', v) FROM aff ORDER BY k")

    try bench.load(
      "k,code,v\nz,1,1\n", Self.manifest("integer", "string", load: "incremental"), name: "2.csv")

    #expect(
      try bench.strings(
        "SELECT printf('%!.17g', CAST(v AS REAL)) FROM aff WHERE k < 'z' ORDER BY k")
        == exact)
  }

  @Test(arguments: [1 << 30, 1])
  func `a batch that changed types is taken back with them`(stageBytes: Int) throws {
    let texts = "k,code,v\na,007,1.50\nb,0012,0x\n"
    try bench.load(texts, Self.manifest("string", "string"))
    let first = try rows()
    try bench.load(
      "k,code,v\na,007,1.50\nc,8,2\n", Self.manifest("integer", "number"), name: "2.csv"
    ) { $0.stageBytes = stageBytes }
    #expect(try rows() == ["a 7 1.5", "c 8 2.0"])

    let report = try bench.rollBack(2)

    #expect(report.errors == 0)
    #expect(try rows() == first)
    #expect(try isClean())
    // The manifest put right again: the next file finds the rows unchanged.
    let again = try bench.load(texts + "c,00,1\n", Self.manifest("string", "string"), name: "3.csv")
    #expect(again.unchanged == 2 && again.inserted == 1)
    #expect(try rows() == first + ["c 00 1"])
    #expect(try isClean())
  }

  @Test func `back and forth, a value comes from the column that it was written to`() throws {
    func manifest(_ type: String) throws -> Manifest {
      try Self.manifest(type, "string", load: "incremental")
    }
    try bench.load("k,code,v\na,007,x\n", manifest("string"))
    try bench.load("k,code,v\nb,8,x\n", manifest("integer"), name: "2.csv")
    #expect(try rows("k || code") == ["a7", "b8"])

    try bench.load("k,code,v\nc,009,x\n", manifest("string"), name: "3.csv")

    #expect(try rows("k || code") == ["a007", "b8", "c009"])
    #expect(try isClean())
  }

  @Test func `the states before and after are compared value by value`() throws {
    try bench.load(before, Self.manifest("integer", "number"))
    try bench.load(
      "k,code,v\na,007,1.5\nb,12,2.0\n", Self.manifest("string", "string"), name: "2.csv")

    let diff = try bench.store.read { try $0.diff(dataset: "aff", from: 1, to: 2) }

    #expect(diff.changed == 2 && diff.columns == ["code": 1])
    #expect(diff.samples.map(\.old) == ["7"] && diff.samples.map(\.new) == ["007"])
    let exported = try bench.store.read { try $0.exportedTable(named: "aff") }
    #expect(exported?.columns.map(\.name).contains { $0.contains("__") } == false)
  }

  @Test(arguments: [1 << 30, 1])
  func `a key whose type changes still knows its rows`(stageBytes: Int) throws {
    try bench.load("k,code,v\n7,1,a\n12,2,b\n", Self.manifest("integer", "string", key: "integer"))

    let report = try bench.load(
      "k,code,v\n7,1,a\n12,3,b\n007,4,c\n", Self.manifest("integer", "string"), name: "2.csv"
    ) { $0.stageBytes = stageBytes }

    #expect(report.updated == 2 && report.inserted == 1 && report.retired == 0)
    #expect(try rows("k || ' ' || code") == ["007 4", "12 3", "7 1"])
    #expect(try isClean())
    _ = try bench.rollBack(2)
    #expect(try rows("typeof(k) || code") == ["integer1", "integer2"])
    #expect(try isClean())
  }

  @Test func `refused rows that are tried again by a new type are kept by it`() throws {
    let numbers = "k,code,v\na,7,1\nb,0x12,1\n"
    try bench.load(numbers, Self.manifest("integer", "string", load: "incremental"))

    let replay = try bench.replay(1, Self.manifest("string", "string", load: "incremental"))

    #expect(replay?.figures.inserted == 1)
    #expect(try rows("k || code") == ["a7", "b0x12"])
    #expect(try isClean())
  }

  @Test func `a store in which a type had cost values is found and mended by the file`() throws {
    try bench.load(after, Self.manifest("string", "string"))
    // What a version before this one came to: the column is of the type before.
    try bench.store.write {
      try $0.db.execute(
        sql: """
          ALTER TABLE src_aff RENAME COLUMN code TO c;
          ALTER TABLE src_aff ADD COLUMN code INTEGER;
          UPDATE src_aff SET code = c;
          DROP VIEW aff;
          ALTER TABLE src_aff DROP COLUMN c;
          CREATE VIEW aff AS SELECT t.id, t.k, t.code, t.v, t.from_batch AS batch
            FROM src_aff AS t WHERE t.to_batch IS NULL;
          """)
    }
    let found = try bench.store.verify().checks.flatMap(\.problems)
    #expect(found == [.otherType(dataset: "aff", field: "code", column: "INTEGER", rows: 4)])

    let report = try bench.load(after, Self.manifest("string", "string")) { $0.isForced = true }

    #expect(report.updated == 4)
    #expect(try rows("k || code").prefix(2) == ["a007", "b0012"])
    #expect(try isClean())
  }

  @Test func `a new field may have the name that a column of an earlier type has`() throws {
    try bench.load(before, Self.manifest("integer", "number"))
    try bench.load(before, Self.manifest("string", "number"))
    let text = try Self.manifest("string", "number").text
    let manifest = try Manifest(
      yaml: text.replacingOccurrences(of: "- {name: v,", with: "- {name: code__1}\n  - {name: v,"),
      path: "aff.yaml")

    try bench.load("k,code,code__1,v\na,7,new,1\n", manifest, name: "3.csv")

    #expect(try rows("k || code || code__1") == ["a7new"])
    #expect(
      try bench.strings("SELECT code__1__1 FROM src_aff WHERE from_batch = 1") == ["7", "12"])
    #expect(try isClean())
  }
}
