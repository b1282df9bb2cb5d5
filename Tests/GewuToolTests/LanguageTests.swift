import Foundation
import Testing

/// The same commands in both languages: Chinese says no sentence in English, and ends alike.
@Suite struct `The language of the command line` {
  /// A district with an import, a rolled-back batch, refused rows and a second net.
  private func district() throws -> Program {
    let program = try SmallDistrict.program()
    try program.write("Importers/fire/hydrant.yaml", `gewu import`.manifest)
    try program.write("hydrants.csv", `gewu import`.table)
    try program.write("hydrants-2.csv", `gewu import`.one("011"))
    try program.write("hydrants-3.csv", `gewu import`.table.replacing("red", with: "green"))
    try program.write("places.csv", "id,lon,lat\n1,120.05,30.05\n2,0,0\n")
    try program.write("gap.geojson", SmallDistrict.gridsWithGap)
    return program
  }

  /// Each command in an order in which it has something to say.
  static let commands = [
    "init --store new.sqlite --levels city,grid",
    "import hydrants.csv --dry-run --quiet", "import hydrants.csv",
    "import hydrants.csv hydrants-2.csv", "import hydrants-3.csv --dry-run",
    "batches list", "batches show 1", "batches diff 2", "batches rollback 2 --dry-run",
    "batches rollback 2", "quarantine list", "quarantine list --by reason",
    "quarantine export back.csv --batch 1 --purpose correction",
    "quarantine replay --batch 1",
    "quarantine discard 1 --reason lost",
    "datasets list", "datasets show hydrant", "datasets check", "datasets draft hydrants.csv",
    "nets add police --levels station,beat --title Police --title-zh 警务", "nets list",
    "grids load grids.geojson --net police --level beat --code code --parent parent --activate",
    "nets set police --title Beats", "nets crosswalk base police",
    "grids list", "grids list --level grid", "grids show a", "grids check",
    "grids export out.geojson", "grids index grid.index", "attach --all",
    "attach --dataset hydrant",
    "locate 120.05 30.05 --nets all", "locate 1 1", "locate --input places.csv",
    "hotspots --of hydrant --permutations 99",
    "hotspots --of hydrant --per people --from 2026-01-01",
    "verify",
    "grids load gap.geojson --level grid --code code --parent parent --dry-run",
    "grids load gap.geojson --level grid --code code --parent parent",
    "grids check", "grids check --propose fixes.geojson", "grids diff 1 3",
    "grids activate 3 --allow-invalid", "locate 120.05 30.095",
  ]

  /// Lines of data, which are in no language.
  private static let data = [
    "nets crosswalk base police", "locate --input places.csv", "nets set police --title Beats",
    "grids export out.geojson",
  ]

  @Test func `every command answers in Chinese, and ends with the same code`() throws {
    let (english, chinese) = (try district(), try district())
    for line in Self.commands {
      let first = try english.run(line)
      let second = try chinese.run("--lang zh \(line)")

      #expect(first.status == second.status, "\(line): \(first.errors) \(second.errors)")
      #expect(first.status <= 4, "\(line): \(first.errors)")
      let text = second.output + second.errors
      guard !Self.data.contains(line) else { continue }
      #expect(EnglishRuns.hasHan(text), "\(line): \(text)")
      #expect(EnglishRuns.found(in: text).isEmpty, "\(line): \(text)")
      #expect(!EnglishRuns.hasHan(first.output + first.errors), "\(line): \(first.output)")
    }
  }

  @Test func `the environment is asked where --lang is not given`() throws {
    let program = try Program()

    #expect(try program.run("help init", locale: "zh_CN.UTF-8").output.contains("绝不覆盖已有的文件。"))
    #expect(
      try program.run("help init --lang en", locale: "zh_CN.UTF-8").output.contains("OVERVIEW: "))
    #expect(try program.run("--lang=zh help init").output.contains("绝不覆盖已有的文件。"))
    #expect(try program.run("init --lang zh --levels a,b").output.contains("层级 a > b"))
  }

  @Test func `what is no language is a fault of usage`() throws {
    let program = try Program()

    let wrong = try program.run("grids list --lang fr")
    let missing = try program.run("grids list --lang", locale: "zh_CN.UTF-8")

    #expect(wrong.status == 64 && missing.status == 64)
    #expect(wrong.errors == "gewu: 'fr' is not a language; give zh or en\n")
    #expect(missing.errors == "gewu: --lang 缺少值；请给出 zh 或 en\n")
    // What follows the two hyphens is no option.
    #expect(try program.run("grids list -- --lang fr").errors.contains("--lang"))
  }

  @Test(
    arguments: [
      "locate x 1", "locate", "locate 1 2 --input a.csv", "locate 1 2 --net a --nets b",
      "datasets show lamp", "export grid", "export --all grid a.csv",
      "backup x.sqlite --wait=-1", "locate --input none.csv", "locate --input .",
      "locate --input places.csv --output no/x.csv",
      "import hydrants.csv --max-errors lots", "attach", "grids export x.shp",
      "grids check --tolerance 1000", "grids diff 1 2 --pairs=-1", "quarantine discard --reason x",
      "quarantine discard 1 --batch 1 --reason x", "quarantine export x.csv --purpose y",
      "quarantine list --batch 1 --dataset a", "nets set base --urban-households 0",
      "nets crosswalk a b --dataset c", "serve --log-level loud", "demo make x --month 3",
      "demo make x --rows-percent 0", "demo make x --districts 11",
      "demo make x --people 4001", "demo make x --people 4000 --rows-percent 2",
      "hotspots --of hydrant --permutations=-1",
      "hotspots --of hydrant --json --format csv",
      "grids load a --level b --code c --parent d --parents e",
      "import --foo", "import", "import hydrants.csv --dry-run=3", "grids lod", "serve --port x",
      "hotspots --of hydrant --fdr x", "quarantine list --by x",
    ])
  func `what the command itself refuses is said in Chinese too`(line: String) throws {
    let program = try district()

    let english = try program.run(line)
    let chinese = try program.run(line, locale: "zh_CN.UTF-8")

    #expect(english.status == chinese.status && english.status != 0)
    #expect(chinese.output.isEmpty && chinese.errors.hasPrefix("gewu: "))
    #expect(EnglishRuns.hasHan(chinese.errors))
    #expect(EnglishRuns.found(in: chinese.errors).isEmpty, "\(chinese.errors)")
    #expect(!EnglishRuns.hasHan(english.errors))
  }

  @Test(
    arguments: [
      "init", "grids load grids.geojson --level x --code code",
      "grids load none.geojson --level grid --code code",
      "grids load grids.geojson --level grid --code code --crs moon", "grids show zz",
      "grids activate 9", "grids diff 1 9", "grids list --store none.sqlite",
      "import hydrants.csv --dataset hydrent", "import hydrants.csv --manifests none",
      "batches show 9", "batches rollback 9", "quarantine discard 77 --reason x",
      "quarantine replay --batch 9", "attach --dataset lamp", "hotspots --of lamp",
      "nets add base --levels a", "nets crosswalk base police", "locate 1 2 --nets police",
      "locate 1 2 --at noon", "locate 1 2 --crs moon", "export lamp x.csv", "export hydrant x.foo",
      "serve --host 0.0.0.0", "locate 1 2 --crs EPSG:999999", "verify --store hydrants.csv",
      "verify --store Importers", "backup /proc/x", "demo check none", "demo make /proc/x",
      "datasets draft none.csv", "import hydrants.csv --summary /proc/x",
    ])
  func `what is found wrong below is said in Chinese too`(line: String) throws {
    let program = try district()

    let english = try program.run(line)
    let chinese = try program.run(line, locale: "zh_CN.UTF-8")

    #expect(english.status == chinese.status && ![0, 64].contains(english.status), "\(english)")
    #expect(chinese.errors.hasPrefix("gewu: ") && EnglishRuns.hasHan(chinese.errors))
    #expect(EnglishRuns.found(in: chinese.errors).isEmpty, "\(chinese.errors)")
    #expect(!EnglishRuns.hasHan(english.errors), "\(english.errors)")
  }

  @Test func `JSON is the same in both languages`() throws {
    let program = try district()
    try program.run("import hydrants.csv")
    let lines = [
      "batches list --json", "batches show 1 --json", "quarantine list --json",
      "datasets list --json", "grids check --json", "grids list --json", "nets list --json",
      "locate 120.05 30.05 --json", "verify --json", "hotspots --of hydrant --json",
    ]
    for line in lines {
      let english = try program.run(line)
      #expect(english == (try program.run("\(line) --lang zh")), "\(line)")
      #expect(english.status == 0)
    }
  }
}
