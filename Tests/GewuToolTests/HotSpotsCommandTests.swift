import Foundation
import Testing

/// A question on the command line and in a file.
@Suite struct `gewu hotspots` {
  private let program: Program
  private static let manifest = """
    name: theft
    fields:
      - {name: kind}
      - {name: lon, type: number}
      - {name: lat, type: number}
    gewu:
      files: ["theft.csv"]
      load: append
      location: {x: lon, y: lat, crs: wgs84}
      category: kind
    """

  init() throws {
    program = try SmallDistrict.program()
    try program.write("Importers/police/theft.yaml", Self.manifest)
    try program.write(
      "theft.csv", "kind,lon,lat\na,120.05,30.05\na,120.15,30.05\nb,120.05,30.15\nc,120.05,30.05\n")
    try program.run("import theft.csv")
  }

  @Test func `a category given twice means both`() throws {
    let both = try program.run("hotspots --of theft --category a --category b")
    let unknown = try program.run("hotspots --of theft --category a --category x --category y")

    #expect(both.output.hasPrefix("theft 'a', 'b', level grid, generation 1\nrows: 3 = 3 counted"))
    #expect(unknown.status == 1)
    #expect(
      unknown.errors
        == "gewu: no row of data set theft has the categories 'x', 'y'; its categories are a, b, c\n"
    )
  }

  @Test(arguments: [
    ("hotspots --of theft --of theft", "--of"),
    ("hotspots --of theft --seed 1 --seed=2", "--seed"),
    ("locate 120.05 30.05 --crs wgs84 --crs gcj02", "--crs"),
    ("grids check --gap-width 1 --gap-width 2", "--gap-width"),
    ("datasets list --store a --store b", "--store"),
    ("datasets list --lang en --lang en", "--lang"),
  ])
  func `an option that takes one value is refused where it is given twice`(
    line: String, option: String
  ) throws {
    let outcome = try program.run(line)
    let chinese = try program.run(line.replacing("--lang en --lang en", with: "") + " --lang zh")

    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errors == "gewu: \(option) is given more than once; give it once\n")
    if option != "--lang" {
      #expect(chinese.errors == "gewu: \(option) 给出了不止一次；请只给一次\n")
    }
  }

  @Test func `what stands behind two hyphens, and flags, may be repeated`() throws {
    #expect(try program.run("datasets list --json --json").status == 0)
    #expect(try program.run("locate --json -- 120.05 30.05").status == 0)
  }

  @Test func `of a sensitive data set small counts are withheld, unless somebody says what for`()
    throws
  {
    try program.write(
      "Importers/police/call.yaml",
      Self.manifest.replacing("theft", with: "call") + "\n  sensitivity: 3")
    let rows = ["120.05,30.05", "120.15,30.05", "120.05,30.15"].enumerated().flatMap { place, at in
      Array(repeating: "a,\(at)\n", count: [2, 30, 40][place])
    }
    try program.write("call.csv", "kind,lon,lat\n" + rows.joined())
    try program.run("import call.csv")

    let shown = try program.run("hotspots --of call --permutations 0 --format csv")
    let cut = try program.run("hotspots --of call --category a")
    let low = try program.run("hotspots --of call --k 9")
    let all = try program.run([
      "hotspots", "--of", "call", "--category", "a", "--permutations", "0", "--format", "csv",
      "--purpose", "a patrol plan",
    ])
    let blank = try program.run(["hotspots", "--of", "call", "--purpose", " "])

    #expect(shown.status == 0 && shown.output.contains(",suppressed,"), "\(shown.errors)")
    #expect(
      shown.output.split(separator: "\n").first?.hasSuffix(",withheld_k,withheld_cells") == true)
    let fields = shown.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(fields.filter { $0.contains("suppressed") }.map { $0[2] } == ["", ""])
    #expect(Set(fields.map { $0[2] }).isSubset(of: ["", "0", "40"]))
    #expect(cut.status == 4 && cut.errors.contains("leave out category"), "\(cut.errors)")
    #expect(low.status != 0 && low.errors.contains("give a k of 10 or more instead of 9"))
    #expect(all.status == 0 && !all.output.contains("suppressed"), "\(all.errors)")
    #expect(blank.status != 0 && blank.output.isEmpty)
    let log = try program.runShell(
      "sqlite3 gewu.sqlite \"SELECT object, rows, purpose FROM operation WHERE purpose IS NOT NULL\""
    )
    #expect(log.output == "hotspots/call|72|a patrol plan\n")
  }

  @Test func `a saved question gives the same answer, and options go before it`() throws {
    let asked = try program.run(
      "hotspots --of theft --category a --category b --permutations 99 --seed 3 --json "
        + "--save-question q.yaml")
    let again = try program.run("hotspots --question q.yaml --json")
    let other = try program.run("hotspots --question q.yaml --category c --format csv")

    #expect(asked.status == 0 && again.output == asked.output)
    #expect(other.output.contains(",dataset,base,,1,1,0,0,0,0,0,0,,,,,\n"))
    #expect(
      try program.read("q.yaml").hasPrefix(
        "source: dataset\nof: \"theft\"\ncategory: [\"a\", \"b\"]\n"))
    // A question that cannot be answered is not kept.
    #expect(try program.run("hotspots --of fish --save-question no.yaml").status == 1)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "no.yaml").path))
  }

  @Test func `a question that says something else is told where, in both languages`() throws {
    try program.write("q.yaml", "of: theft\nlevle: grid\n")

    let english = try program.run("hotspots --question q.yaml")
    let chinese = try program.run("hotspots --question q.yaml --lang zh")

    #expect(english.status == 1 && english.errors.contains("q.yaml:2: levle: unknown key `levle`"))
    #expect(chinese.errors.contains("q.yaml:2: levle：未知的键 levle"))
    #expect(try program.run("hotspots --question none.yaml").status == 1)
  }

  @Test func `something is to be asked about, and one thing`() throws {
    let nothing = try program.run("hotspots")
    let two = try program.run("hotspots --of theft --source reports")
    let reports = try program.run("hotspots --source reports")

    #expect(nothing.status == 64 && nothing.errors.contains("--of DATASET, --source reports"))
    #expect(two.status == 64)
    #expect(two.errors.contains("--of and --source reports contradict each other"))
    #expect(
      reports.status == 0
        && reports.output.hasPrefix("reports, level grid, generation 1\nrows: 0 = "))
    #expect(reports.output.contains("No report is in question"))
  }
}
