import Foundation
import Testing

/// Files that begin with a person where headings are expected: nothing of the person is told.
@Suite struct `A file without its header` {
  private static let values = [
    "张三丰", "330101199001011234", "13800138000", "文三路99号", "zhang@example.com",
  ]
  private static let row = values.joined(separator: ",")
  private static let manifest = """
    name: people
    primaryKey: [resident_id]
    fields:
      - {name: name, gewu: {title_zh: 姓名}}
      - {name: resident_id, gewu: {title_zh: 身份证号, sensitive: personal}}
      - {name: phone, gewu: {title_zh: 联系电话, sensitive: personal}}
      - {name: address, gewu: {title_zh: 户籍地址}}
      - {name: mail}
    gewu: {files: ["people*"], load: incremental}
    """

  private func program() throws -> Program {
    let program = try SmallDistrict.program()
    try program.write("manifests/people.yaml", Self.manifest)
    try program.write("people.csv", "\(Self.row)\n李四,330101199001015678,13900139000,x,y\n")
    try program.write("semicolons.csv", Self.row.replacing(",", with: ";") + "\n1;2;3;4;5\n")
    let keys = Self.values.map { "\"\($0)\":\"1\"" }.joined(separator: ",")
    try program.write(
      "people.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{\#(keys)},"#
        + #""geometry":{"type":"Point","coordinates":[120.05,30.05]}}]}"#)
    try program.write(
      "twice.geojson",
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"\#(Self.values[0])":1,"#
        + #""\#(Self.values[0])":2},"geometry":null}]}"#)
    return program
  }

  @Test(arguments: [
    "import people.csv --manifests manifests", "import people.csv --manifests manifests --json",
    "import semicolons.csv --dataset people --manifests manifests",
    "import people.geojson --manifests manifests",
    "import twice.geojson --dataset people --manifests manifests",
    "grids load people.csv --level grid --code code",
    "grids load people.csv --level grid --code name",
    "grids load people.geojson --level grid --code code",
    "grids load twice.geojson --level grid --code code",
    "grids load grids.geojson --level grid --code code --parents people.csv",
    "locate --input people.csv", "locate --input people.csv --lon lon --lat lat",
    "locate --input semicolons.csv", "import people.csv --manifests manifests --lang zh",
  ])
  func `tells nothing of the first row`(command: String) throws {
    let program = try program()

    let outcome = try program.run(
      command + (command.hasPrefix("import") ? " --summary s.json" : ""))

    #expect(outcome.status != 0, "\(outcome.output)")
    let summary = (try? program.read("s.json")) ?? ""
    for value in Self.values {
      #expect(
        !(outcome.output + outcome.errors + summary).contains(value),
        "\(value): \(outcome.output)\(outcome.errors)\(summary)")
    }
  }

  @Test func `is said to be one`() throws {
    let outcome = try program().run("import people.csv --manifests manifests --quiet")

    #expect(
      outcome.errors.contains(
        "the first line has 5 fields, none is a heading that is known here; does the file begin with its "
          + "headings?"), "\(outcome.errors)")
  }

  @Test func `headings that are known are shown with the others`() throws {
    let program = try program()
    try program.write("people.csv", "姓名,证件号,手机,备注\n")

    let outcome = try program.run("import people.csv --manifests manifests --quiet")

    #expect(
      outcome.errors.contains("(it has: \"姓名\", \"证件号\", \"手机\", \"备注\")"), "\(outcome.errors)")
  }
}
