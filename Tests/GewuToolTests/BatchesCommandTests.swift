import Foundation
import Testing

@Suite struct `gewu batches and quarantine` {
  static let manifest = """
    name: lamp
    primaryKey: [number]
    fields:
      - {name: number, title: 编号, constraints: {required: true}}
      - {name: kind, constraints: {enum: [led, gas]}}
    gewu:
      files: ["lamps*.csv"]

    """

  let program: Program

  init() throws {
    program = try SmallDistrict.program()
    try program.write("Importers/light/lamp.yaml", Self.manifest)
    try program.write("lamps-1.csv", "编号,kind\n1,led\n2,gas\n3,oil\n")
    try program.write("lamps-2.csv", "编号,kind\n1,gas\n4,led\n")
    try program.run("import lamps-1.csv lamps-2.csv --quiet")
  }

  @Test func `two batches are compared`() throws {
    let outcome = try program.run("batches diff 2")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        lamp: batch 1 → batch 2
          +1 ~1 =1 −0
          changed: kind 1
            ~ 1 kind: led → gas
            + 4
          rows per grid: no grid 2 → 3 (+1)
          reasons: not-allowed 1 → 0 (-1)

        """)
    #expect(try program.run("batches diff 2 1").output == outcome.output)
    #expect(try program.run("batches diff 2 --json").output.contains(#""added":1,"changed":1"#))
    #expect(try program.run("batches diff 9").status == 1)
  }

  @Test func `a dry run of an import shows what would change`() throws {
    try program.write("lamps-3.csv", "编号,kind\n2,led\n")
    let outcome = try program.run("import lamps-3.csv --dry-run")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\n  +0 ~1 =2 −0\n"))
    #expect(outcome.output.contains("\n    ~ 2 kind: gas → led\n"))
  }

  @Test func `a batch is taken back once`() throws {
    let plan = try program.run("batches rollback 2 --dry-run")
    let first = try program.run("batches rollback 2")
    let second = try program.run("batches rollback 2")

    #expect(plan.status == 0)
    #expect(plan.output.hasPrefix("batch 2 (lamp) would be rolled back\n  2 reversed (1 inserted"))
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("batch 2 (lamp) rolled back\n"))
    #expect(second.status == 1)
    #expect(second.errors.hasPrefix("gewu: batch 2 was rolled back already, at 20"))
    #expect(try program.run("batches list").output.contains("rolled_back"))
    #expect(try program.run("import lamps-2.csv --quiet").output.contains("published as batch 3"))
  }

  @Test func `refused rows go out, come back corrected, and are closed`() throws {
    let list = try program.run("quarantine list --by reason")
    #expect(list.output.contains("lamp      not-allowed     1"))

    let out = try program.run(
      "quarantine export --batch 1 back.csv --language zh --purpose correction")
    #expect(out.status == 0)
    #expect(out.errors.contains("back.csv: 1 refused rows with their original values"))
    let text = try program.read("back.csv")
    // Foundation may take the mark off.
    let content = text.replacing("\u{FEFF}", with: "")
    #expect(content.hasPrefix("编号,kind,错误原因,gewu_id\r\n3,oil,kind"))

    try program.write("back.csv", text.replacing("3,oil", with: "3,led"))
    let replay = try program.run("quarantine replay --file back.csv")
    #expect(replay.status == 0)
    #expect(replay.output.contains("1 read = 1 inserted"))
    #expect(replay.output.contains("  1 refused rows of batch 1 were taken up again\n"))
    #expect(try program.run("quarantine list").output.isEmpty)
    let again = try program.run("quarantine replay --batch 1")
    #expect(again.status == 1)
    #expect(again.errors.hasPrefix("gewu: batch 1 has no open refused row; "))
  }

  @Test func `refused rows are tried again after a rule changed, or given up`() throws {
    let same = try program.run("quarantine replay --dataset lamp")
    #expect(same.status == 3)
    #expect(same.output.contains("1 quarantined"))

    try program.write(
      "Importers/light/lamp.yaml", Self.manifest.replacing("led, gas", with: "led, gas, oil"))
    let plan = try program.run("quarantine replay --dry-run")
    #expect(plan.status == 0)
    #expect(plan.output.contains("dry run, nothing was kept"))

    #expect(try program.run("quarantine discard 1").status == 64)
    let discard = try program.run(["quarantine", "discard", "1", "--reason", "no such lamp"])
    #expect(discard.status == 0)
    #expect(discard.output == "1 refused rows were discarded\n")
    #expect(try program.run("quarantine replay").status == 1)
  }
}
