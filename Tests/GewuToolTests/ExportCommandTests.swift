import Foundation
import Testing

/// Exports and backups from the command line.
@Suite struct `The commands export and backup` {
  @Test func `export says what it wrote on standard error, or as JSON`() throws {
    let program = try SmallDistrict.program()

    let text = try program.run("export grid grid.csv")
    let json = try program.run("export level level.xlsx --json")

    #expect(text.status == 0)
    #expect(text.output.isEmpty)
    #expect(text.errors == "grid.csv: 7 rows, personal data as the store has it\n")
    #expect(
      json.output == """
        {"file":"level.xlsx","tables":[{"name":"level","rows":3}]}

        """)
  }

  @Test(arguments: [
    ("export grid", 64, "give a table and a file"),
    ("export --all grid a.csv", 64, "with --all give the file alone"),
    ("export level a.geojson", 1, "'level' has no geometry"),
    ("export reports a.csv", 1, "did you mean 'report'?"),
    ("export grid a.shp", 1, "the ending names no format"),
    ("export grid gewu.sqlite-wal", 1, "the ending names no format"),
    ("export grid a.csv --store nowhere.sqlite", 10, "no store at nowhere.sqlite"),
    ("backup gewu.sqlite", 1, "is the store gewu.sqlite itself"),
    ("backup grids.geojson", 1, "exists already and is left as it is"),
    ("backup a.sqlite --wait soon", 64, "'soon' is invalid for '--wait"),
  ])
  func `what cannot be is said, with the exit code of the contract`(
    line: String, status: Int32, message: String
  ) throws {
    let outcome = try SmallDistrict.program().run(line)

    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(message))
  }

  @Test func `a backup is verified, and opens in the place of the store`() throws {
    let program = try SmallDistrict.program()

    let backup = try program.run("backup copy.sqlite --json")
    let files = FileManager.default
    for name in try files.contentsOfDirectory(atPath: program.folder.path)
    where name.hasPrefix("gewu.sqlite") {
      try files.removeItem(at: program.folder.appending(path: name))
    }
    // What the guide of installing says of restoring.
    try files.copyItem(
      at: program.folder.appending(path: "copy.sqlite"),
      to: program.folder.appending(path: "gewu.sqlite"))
    let verified = try program.run("verify")
    let place = try program.run("locate 120.05 30.05")

    #expect(backup.status == 0)
    #expect(backup.output.contains("\"backup\":\"copy.sqlite\""))
    #expect(backup.output.contains("\"clean\":true"))
    #expect(verified.status == 0)
    #expect(place.output.contains("a"))
  }
}
