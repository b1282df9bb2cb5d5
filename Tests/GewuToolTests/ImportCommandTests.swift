import Foundation
import Testing

@Suite struct `gewu import` {
  static let manifest = """
    name: hydrant
    title: Fire hydrants
    fieldsMatch: subset
    primaryKey: [number]
    fields:
      - {name: number, constraints: {required: true}}
      - {name: kind}
      - {name: checked, type: date}
      - {name: people, type: integer}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu:
      files: ["hydrants*.csv"]
      load: incremental
      location: {x: lon, y: lat, crs: wgs84}
      category: kind
      date: checked
      exposures: [{name: people, field: people}]

    """

  static let table = """
    number,kind,checked,people,lon,lat
    007,red,2026-01-02,3,120.05,30.05
    008,red,2026-01-03,1,120.15,30.05
    009,blue,2026-02-30,1,120.05,30.15
    010,blue,2026-01-05,2,120.3,30.05

    """

  /// A file of one row.
  static func one(_ number: String) -> String {
    "number,kind,checked,people,lon,lat\n\(number),red,2026-01-02,1,120.05,30.05\n"
  }

  let program: Program

  init() throws {
    program = try SmallDistrict.program()
    try program.write("Importers/fire/hydrant.yaml", Self.manifest)
  }

  @Test func `a bad manifest of another department is told of and stops nothing`() throws {
    try program.write(
      "Importers/water/bad.yaml",
      "name: bad\nfields:\n  - {name: a, typ: integer}\n"
        + "gewu: {files: [\"zzz*\"]}\n")
    try program.write("in/hydrants.csv", Self.one("007"))

    let alone = try program.run("import in/hydrants.csv")

    #expect(alone.status == 0)
    #expect(
      alone.errors.contains(
        "bad.yaml:3: fields[0].typ: unknown key `typ`; did you mean `type`?; the other manifests are used"
      ))

    try program.write("in/zzz1.csv", "a\n1\n")
    try program.write("in/hydrants2.csv", Self.one("008"))
    let both = try program.run("import in")

    #expect(both.status == 1)
    #expect(both.errors.contains("zzz1.csv: ") && both.errors.contains("unknown key `typ`"))
    #expect(both.output.contains("hydrants2.csv"))
  }

  @Test func `a file of unknown datum is refused, and the others go on`() throws {
    try program.write(
      "Importers/x/b54.yaml",
      """
      name: b54
      fields:
        - {name: x, type: number}
        - {name: y, type: number}
      gewu: {files: ["b54*.csv"], location: {x: x, y: y, crs: "EPSG:4610"}}

      """)
    try program.write("in/b54.csv", "x,y\n120.05,30.05\n")
    try program.write("in/hydrants.csv", Self.one("007"))

    let outcome = try program.run("import in")

    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("no transformation is published"))
    #expect(try program.run("batches list --json").output.contains("hydrants.csv"))
  }

  @Test func `a file that is not there is named as such`() throws {
    let outcome = try program.run("import hydrants-9.csv nothing.txt")

    #expect(outcome.status == 1)
    #expect(outcome.errors == "gewu: hydrants-9.csv: there is no such file; check the path\n")
  }

  @Test func `rows are published, attached and accounted for; bad ones are quarantined`() throws {
    try program.write("hydrants.csv", Self.table)

    let outcome = try program.run("import hydrants.csv --json")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])

    #expect(outcome.status == 3)
    #expect(outcome.errors.isEmpty)
    #expect(report["status"] as? String == "published")
    let figures = [
      "read": 4, "inserted": 3, "updated": 0, "unchanged": 0, "duplicate": 0, "quarantined": 1,
      "blank": 0, "attached": 2, "unattached": 1, "batch": 1,
    ]
    for (name, figure) in figures { #expect(report[name] as? Int == figure, "\(name)") }
  }

  @Test func `the same file again changes nothing and is clean`() throws {
    try program.write("hydrants.csv", Self.table)
    try program.run("import hydrants.csv")

    let again = try program.run("import hydrants.csv")

    #expect(again.status == 0)
    #expect(again.output.contains("imported before as batch 1; nothing to do"))
    #expect(try program.run("batches list --json").output.split(separator: "\n").count == 1)
  }

  @Test func `the quarantine names the row, the line, the field and the reason`() throws {
    try program.write("hydrants.csv", Self.table)
    try program.run("import hydrants.csv")

    let list = try program.run("quarantine list --batch 1")

    #expect(list.status == 0)
    #expect(list.output.hasPrefix("1: batch 1 row 3 line 4: "))
    #expect(list.output.contains(" checked '2026-02-30': "))
  }

  @Test func `a draft is printed as the manifest that it is`() throws {
    try program.write("sample.csv", "no,kind\n1,\"a\nb\"\n2,c\n")

    let draft = try program.run("datasets draft sample.csv")
    try program.write("Drafts/sample.yaml", draft.output)

    #expect(draft.status == 0 && draft.output.contains("\nfields:\n"))
    #expect(try program.run("datasets check --manifests Drafts").status == 0)
  }

  @Test func `a dry run publishes nothing`() throws {
    try program.write("hydrants.csv", Self.table)

    let outcome = try program.run("import hydrants.csv --dry-run")

    #expect(outcome.status == 3)
    #expect(outcome.output.contains("dry run, nothing was kept"))
    #expect(try program.run("batches list --json").output == "[]\n")
  }

  @Test func `too many errors refuse the file`() throws {
    try program.write("hydrants.csv", Self.table)

    let outcome = try program.run("import hydrants.csv --max-errors 10%")

    #expect(outcome.status == 4)
    #expect(outcome.output.contains("refused, nothing was changed"))
    #expect(outcome.errors.contains("hydrants.csv: refused: "))
    #expect(outcome.errors.contains("raise the limit with --max-errors"))
    #expect(try program.run("batches list --json").output == "[]\n")
  }

  @Test func `a folder's files are found by their names, the others left alone`() throws {
    try program.write("in/hydrants-1.csv", Self.table)
    try program.write("in/notes.txt", "x")

    let outcome = try program.run("import in")

    #expect(outcome.status == 3)
    #expect(outcome.errors == "skipped (no manifest matches): in/notes.txt\n")
    #expect(outcome.output.hasPrefix("hydrants-1.csv → hydrant: published as batch 1\n"))
  }

  @Test func `several files end with a table, and a broken one does not stop the others`() throws {
    try program.write("in/hydrants-1.csv", Self.table)
    try program.write("in/hydrants-2.csv", "")
    try program.write("in/hydrants-3.csv", Self.one("011"))

    let outcome = try program.run("import in --summary summary.json")
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(separator: " ").dropLast().joined(separator: " ")
    }

    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("hydrants-2.csv: is empty"))
    #expect(
      lines == [
        "data set file status read inserted updated unchanged retired duplicate quarantined blank warned",
        "hydrant hydrants-1.csv published 4 3 0 0 0 0 1 0 0",
        "hydrant hydrants-3.csv published 1 1 0 0 0 0 0 0 0",
        "hydrant hydrants-2.csv", "3 files 5 4 0 0 0 0 1 0 0",
      ])
    let summary = try #require(
      JSONSerialization.jsonObject(with: Data(program.read("summary.json").utf8))
        as? [String: Any])
    #expect((summary["batches"] as? [Any])?.count == 2)
    #expect((summary["failed"] as? [[String: String]])?.first?["file"] == "in/hydrants-2.csv")
    #expect((summary["totals"] as? [String: Int])?["inserted"] == 4)
  }

  @Test func `a reader that goes away leaves no file behind`() throws {
    for number in 1...9 {
      try program.write("in/hydrants-\(number).csv", Self.one("\(number)"))
    }

    let outcome = try program.run(["import", "in", "--json"], closingOutput: true)

    #expect(outcome.status == 0)
    #expect(try program.run("batches list --json").output.contains(#""batch":9"#))
  }

  @Test func `a large file that was interrupted can be thrown away, and the store verified`() throws
  {
    try program.write("hydrants.csv", Self.table)
    try program.run("import hydrants.csv")

    let discard = try program.run("batches discard 1")
    let verify = try program.run("verify")
    let json = try program.run("verify --json --quick")

    #expect(discard.status == 1)
    #expect(
      discard.errors
        == "gewu: batch 1 is published, not staged; a published one is taken back with "
        + "`gewu batches rollback 1`\n")
    #expect(verify.status == 0 && verify.output.hasSuffix("gewu.sqlite is clean\n"))
    #expect(json.status == 0 && json.output.contains(#""clean":true"#))
  }

  @Test func `batches and data sets are listed and shown`() throws {
    try program.write("hydrants.csv", Self.table)
    try program.run("import hydrants.csv")

    #expect(try program.run("batches list").output.contains("1  hydrant   hydrants.csv  published"))
    #expect(try program.run("batches show 1").output.contains("4 read = 3 inserted"))
    #expect(try program.run("batches show 9").status == 1)
    #expect(try program.run("datasets list").output.contains("hydrant   Fire hydrants"))
    #expect(try program.run("datasets show hydrant").output.contains("category    red"))
    #expect(try program.run("datasets show fish").status == 1)
  }

  @Test func `rows gather into hot spots in every form`() throws {
    try program.write("hydrants.csv", Self.table)
    try program.run("import hydrants.csv")
    let question = "hotspots --of hydrant --permutations 99 --seed 5"

    let table = try program.run(question)
    let csv = try program.run("\(question) --format csv")
    let json = try program.run("\(question) --json")
    let geojson = try program.run("\(question) --format geojson")

    #expect(
      table.output.hasPrefix(
        "hydrant, level grid, generation 1\nrows: 4 = 2 counted + 0 of another level "
          + "+ 0 of another generation + 1 unattached + 1 in quarantine + 0 outside the period "
          + "+ 0 without exposure\ncells: 4, "))
    let negative = try program.run("hotspots --of hydrant --permutations -4")
    #expect(negative.status == 64 && negative.errors.contains("'-4' is invalid"))
    #expect(table.output.contains("99 permutations, seed 5, fdr bh"))
    #expect(csv.output.split(separator: "\n").count == 5)
    #expect(csv.output.contains(",gi-star,keep,99,5,bh,3,2,2,dataset,base,,4,2,0,0,1,1,0,0,,,,,\n"))
    #expect(json.output.contains(#""rows_attached":2"#))
    #expect(geojson.output.hasPrefix(#"{"type":"FeatureCollection","provenance":{"#))
    #expect(try program.run("\(question) --threads 1 --json") == json)
    #expect(try program.run("hotspots --of fish").status == 1)
    #expect(try program.run("\(question) --format xml").status == 64)
  }

  /// Two months of a full data set; the names stand in the wrong order.
  private func writeMonths() throws {
    try program.write(
      "Importers/fire/hydrant.yaml",
      Self.manifest.replacingOccurrences(of: "load: incremental", with: "load: full"))
    try program.write("in/hydrants9月.csv", Self.table)
    try program.write("in/hydrants10月.csv", Self.one("007") + "011,red,2026-01-02,1,120.05,30.05\n")
  }

  @Test func `months in a folder are loaded in their order`() throws {
    try writeMonths()

    let first = try program.run("import in --json")
    let second = try program.run("import in --json")
    let rows = try program.run("datasets show hydrant --json")

    #expect(first.status == 3)
    #expect(
      first.output.split(separator: "\n").map { $0.contains("hydrants9月") } == [true, false])
    #expect(rows.output.contains("\"rows\" : 2") || rows.output.contains("\"rows\":2"))
    #expect(second.status == 0)
    #expect(second.output.contains("\"superseded_by\":2"))
    #expect(!second.output.contains("\"published\""))
    let batches = try program.run("batches list --json")
    #expect(batches.output.components(separatedBy: "\"batch\"").count == 3)
  }

  @Test func `a month that comes too late is refused, or goes into the past`() throws {
    try writeMonths()
    _ = try program.run("import in/hydrants10月.csv")

    let refused = try program.run("import in/hydrants9月.csv")
    let past = try program.run("import in/hydrants9月.csv --as-history --json")
    let period = try program.run("import in/hydrants9月.csv --period 2026-9")

    #expect(refused.status == 4)
    #expect(refused.errors.contains("--as-history"))
    #expect(past.status == 3 && past.output.contains("\"as_history\":true"))
    #expect(period.status == 64 && period.errors.contains("2026-09"))
    #expect(try program.run("verify --quick").status == 0)
  }
}
