import Foundation
import Testing

/// Personal values leave the store unmasked only for a purpose, which is kept.
@Suite struct `Unmasked reads` {
  private static let manifest = """
    name: people
    primaryKey: [resident_id]
    fields:
      - {name: resident_id, gewu: {check: cn.resident-id, sensitive: personal}}
      - {name: phone, gewu: {check: cn.mobile, sensitive: personal}}
      - {name: kind, constraints: {enum: [a, b]}}
    gewu: {files: ["people*"], load: incremental}
    """
  private static let values = [
    "330101199001011239", "13800138000", "110105199001010000", "12800138000",
  ]

  private func program() throws -> Program {
    let program = try SmallDistrict.program()
    try program.write("manifests/people.yaml", Self.manifest)
    try program.write(
      "people.csv",
      "resident_id,phone,kind\n11010519491231002X,13800138000,a\n"
        + "330101199001011239,13800138000,c\n110105199001010000,12800138000,b\n")
    let outcome = try program.run("import people.csv --manifests manifests --quiet")
    try #require(outcome.status == 3, "\(outcome.errors)")
    return program
  }

  private func operations(_ program: Program) throws -> String {
    let sql =
      "SELECT kind, object, rows, purpose FROM operation WHERE purpose IS NOT NULL ORDER BY id"
    return try program.runShell("sqlite3 gewu.sqlite \"\(sql)\"").output
  }

  @Test(arguments: [
    "quarantine list", "quarantine list --json", "quarantine list --by reason --json",
  ])
  func `are none without a purpose`(command: String) throws {
    let program = try program()

    let outcome = try program.run(command)

    #expect(outcome.status == 0)
    for value in Self.values { #expect(!outcome.output.contains(value), "\(outcome.output)") }
    #expect(!outcome.output.contains("\"raw\""))
  }

  @Test func `give only the rows with a value that a file or standard input has`() throws {
    let program = try program()
    try program.write("ids.txt", "\u{FEFF}11010519491231002X\r\n\r\n")
    try program.write("none.txt", "\n \n")
    func export(_ arguments: String...) throws -> Program.Outcome {
      try program.run(["export", "people", "one.csv", "--purpose", "access"] + arguments)
    }

    #expect(try export("--where", "resident_id", "--among", "ids.txt").status == 0)
    let written = try program.runShell("cat one.csv").output
    #expect(written.contains("11010519491231002X,13800138000,a"))
    #expect(written.split(whereSeparator: \.isNewline).count == 2)
    let faults = [
      ("resident_id", "missing.txt", "missing.txt: there is no such file; check the path"),
      ("resident_id", "none.txt", "none.txt: there is no value in it; give one per line"),
      ("number", "ids.txt", "'people' has no field 'number' of its own to find rows by"),
    ]
    for (field, file, text) in faults {
      let outcome = try export("--where", field, "--among", file)
      #expect(outcome.status == 1 && outcome.errors.contains(text), "\(outcome.errors)")
      #expect(!outcome.errors.contains("11010519491231002X"))
    }
    #expect(try export("--where", "resident_id").status == 64)
  }

  @Test func `give the rows as they came, and are kept with what was read, how much and what for`()
    throws
  {
    let program = try program()

    let outcome = try program.run([
      "quarantine", "list", "--json", "--dataset", "people", "--purpose",
      " asked by the department ",
    ])

    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"raw\":\"330101199001011239,13800138000,c\""))
    #expect(
      try program.run([
        "quarantine", "export", "--batch", "1", "back.csv", "--purpose", "correction",
      ])
      .status == 0)
    #expect(
      try program.run(["export", "people", "people.xlsx", "--purpose", "inspection"]).status == 0)
    #expect(
      try operations(program) == """
        unmasked-read|quarantine/dataset/people|2|asked by the department
        unmasked-read|quarantine/batch/1|2|correction
        unmasked-read|table/people|1|inspection

        """)
  }

  @Test(arguments: [
    "export people out.csv", "export people out.gpkg", "export quarantine out.csv",
    "export --all out.xlsx",
  ])
  func `are refused to an export that gives none, and nothing is written`(command: String) throws {
    let program = try program()

    let outcome = try program.run(command)

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no purpose is given"), "\(outcome.errors)")
    #expect(outcome.errors.contains("--purpose"))
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!names.contains { $0.hasPrefix("out") })
    #expect(try program.run("export grid cells.csv").status == 0)
  }

  @Test func `are refused where nobody could keep them, and where the purpose says nothing`() throws
  {
    let program = try program()

    let readOnly = try program.run([
      "quarantine", "list", "--json", "--purpose", "audit", "--read-only",
    ])
    #expect(readOnly.status == 1 && readOnly.output == "")
    for purpose in ["", "  ", "-", String(repeating: "x", count: 201)] {
      let outcome = try program.run(["quarantine", "list", "--json", "--purpose", purpose])
      #expect(outcome.status == 1 && outcome.output == "", "\(purpose): \(outcome.errors)")
    }
    #expect(try program.run("quarantine export back.csv --batch 1").status == 64)
    #expect(try program.run("quarantine list --purpose audit").status == 64)
    #expect(try operations(program) == "")
  }
}
