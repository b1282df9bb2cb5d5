import Access
import GRDB
import Testing

@testable import Intake
@testable import Warehouse

extension `Sealed rows` {
  /// A refused row whose values stand one column further to the right than they should.
  private static let slipped = "x,\(SealedPeople.line(1).dropLast(3))\n"

  @Test(arguments: SealProfile.allCases)
  func `that slipped into the next columns are in no reason`(_ profile: SealProfile) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let manifest = try SealedPeople.manifest([
      ("- {name: kind}", "- {name: kind, constraints: {enum: [a]}}")
    ])
    #expect(try bench.load(SealedPeople.header + Self.slipped, manifest).quarantined == 1)

    #expect(try SealedPeople.leaks(bench) == [])
    #expect(
      try bench.strings(
        "SELECT ifnull(value, '-') FROM quarantine_reason WHERE field IN ('kind', 'lon')")
        == ["1985-**-**", "*"])
  }

  @Test(arguments: SealProfile.allCases)
  func `that slipped while a store was in the clear are masked by its seal`(
    _ profile: SealProfile
  ) throws {
    let bench = try ImportBench()
    let manifest = try SealedPeople.manifest()
    try bench.load(SealedPeople.header + SealedPeople.line(1) + Self.slipped, manifest)
    // As a version before this kept them.
    try bench.store.write {
      try $0.db.execute(
        sql: "UPDATE quarantine_reason SET value = ? WHERE field = 'lon'",
        arguments: [SealedPeople.canaries[1]])
    }

    try bench.store.makeSeal(profile: profile) { _ in bench.key }
    try bench.sealRest()

    #expect(try SealedPeople.leaks(bench) == [])
    #expect(
      try bench.strings("SELECT value FROM quarantine_reason WHERE field = 'lon'") == ["慕***"])
  }

  @Test(arguments: SealProfile.allCases)
  func `of a field that is marked later are masked in its remarks`(_ profile: SealProfile) throws {
    let bench = try ImportBench(isSealed: true, profile: profile)
    let marked = "- {name: full_name, gewu: {sensitive: personal, searchable: true}}"
    let check = "check: cn.phone, severity: warning"
    try bench.load(
      SealedPeople.file(1...3),
      try SealedPeople.manifest([(marked, "- {name: full_name, gewu: {\(check)}}")]))
    #expect(try bench.strings("SELECT value FROM remark WHERE value LIKE '慕容雪见%'").count == 3)

    try bench.load(
      SealedPeople.file(1...4),
      try SealedPeople.manifest([
        (marked, "- {name: full_name, gewu: {\(check), sensitive: personal}}")
      ]))
    try bench.sealRest()

    #expect(try bench.strings("SELECT DISTINCT value FROM remark") == ["慕容***"])
    #expect(try SealedPeople.leaks(bench) == [])
  }
}
