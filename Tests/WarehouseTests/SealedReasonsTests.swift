import GRDB
import Testing

@testable import Intake
@testable import Warehouse

extension `Sealed rows` {
  /// A refused row whose values stand one column further to the right than they should.
  private static let slipped = "x,\(line(1).dropLast(3))\n"

  @Test func `that slipped into the next columns are in no reason`() throws {
    let bench = try ImportBench(isSealed: true)
    let manifest = try Self.manifest([
      ("- {name: kind}", "- {name: kind, constraints: {enum: [a]}}")
    ])
    #expect(try bench.load(Self.header + Self.slipped, manifest).quarantined == 1)

    #expect(try leaks(bench) == [])
    #expect(
      try bench.strings(
        "SELECT ifnull(value, '-') FROM quarantine_reason WHERE field IN ('kind', 'lon')")
        == ["1985-**-**", "*"])
  }

  @Test func `that slipped while a store was in the clear are masked by its seal`() throws {
    let bench = try ImportBench()
    let manifest = try Self.manifest()
    try bench.load(Self.header + Self.line(1) + Self.slipped, manifest)
    // As a version before this kept them.
    try bench.store.write {
      try $0.db.execute(
        sql: "UPDATE quarantine_reason SET value = ? WHERE field = 'lon'",
        arguments: [Self.canaries[1]])
    }

    try bench.store.makeSeal { _ in bench.key }
    try bench.store.sealRest()

    #expect(try leaks(bench) == [])
    #expect(
      try bench.strings("SELECT value FROM quarantine_reason WHERE field = 'lon'") == ["慕***"])
  }

  @Test func `of a field that is marked later are masked in its remarks`() throws {
    let bench = try ImportBench(isSealed: true)
    let marked = "- {name: full_name, gewu: {sensitive: personal}}"
    let check = "check: cn.phone, severity: warning"
    try bench.load(
      Self.file(1...3), try Self.manifest([(marked, "- {name: full_name, gewu: {\(check)}}")]))
    #expect(try bench.strings("SELECT value FROM remark WHERE value LIKE '慕容雪见%'").count == 3)

    try bench.load(
      Self.file(1...4),
      try Self.manifest([(marked, "- {name: full_name, gewu: {\(check), sensitive: personal}}")]))
    try bench.store.sealRest()

    #expect(try bench.strings("SELECT DISTINCT value FROM remark") == ["慕容***"])
    #expect(try leaks(bench) == [])
  }
}
