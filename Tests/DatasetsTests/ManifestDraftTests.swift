import Datasets
import Tabular
import Testing

@Suite("Drafting a manifest from a sample")
struct ManifestDraftTests {
  private static func draft(
    _ text: String, name: String = "人员 2026.csv", vocabulary: [Manifest] = []
  ) throws -> ManifestDraft {
    let bytes = FileBytes(path: name, copying: Array(text.utf8))
    let file = DelimitedFile(try TextFile(file: bytes))
    return try ManifestDraft(
      file, dataset: "people", vocabulary: vocabulary,
      words: { $0.map { "\($0)" }.joined(separator: "; ") })
  }

  private static let people = """
    某区人员登记表,,,,,,
    证号,姓名,编号,登记日期,经度,纬度,备注
    990101199001010019,甲,007,2024-01-05,120.1,30.2,\\N
    990101199001010035,乙,008,2024/01/06,120.2,30.3,
    990101199001010051,丙,0571,20240107,120.3,30.1,\\N
    合计,3,,,,,
    """

  @Test func `a title row, a footer, types and checks are proposed with their evidence`() throws {
    let draft = try Self.draft(Self.people)
    #expect(draft.rows == 3)
    #expect(draft.yaml.contains("dialect: {headerRows: [2]}"))
    #expect(draft.yaml.contains("footer: [\"合计\"]"))
    #expect(draft.yaml.contains("leadingZeros(3, of: 3)"))
    #expect(draft.yaml.contains("formats: [\"%Y/%m/%d\", \"%Y%m%d\"]"))
    #expect(draft.yaml.contains("missingValues: [\"\", \"\\\\N\"]"))
    #expect(draft.yaml.contains("crs: auto"))
    #expect(draft.yaml.contains("check: cn.resident-id"))
    #expect(draft.yaml.contains("sensitive: personal"))
    #expect(draft.questions.prefix(2) == [.whichSystem, .isWhole])
  }

  @Test func `spaces before quotes and values over several lines are proposed and told`() throws {
    let spaces = try Self.draft("id, name\n1, \"Smith, John\"\n2, \"Doe, Jane\"\n")
    #expect(spaces.yaml.contains("dialect: {skipInitialSpace: true}"))
    #expect(spaces.yaml.contains("spacesBeforeQuotes") && spaces.yaml.contains("name: name"))
    #expect(try Manifest(yaml: spaces.yaml, path: "d.yaml").dialect.skipsInitialSpace)
    let lines = try Self.draft("id,name\n1,\"a\nb\"\n2,c\n")
    #expect(lines.yaml.contains("quotedLines(") && !lines.yaml.contains("dialect:"))
  }

  @Test func `digits that Excel was told to keep, or has lost, make text`() throws {
    let kept = try Self.draft("id,no\n1,=\"007\"\n2,=\"012\"\n")
    #expect(kept.yaml.contains("leadingZeros(2, of: 2)"))
    let lost = try Self.draft("id,card\n1,6.22202E+15\n2,1.10105E+17\n")
    #expect(lost.yaml.contains("lostDigits(2)") && lost.yaml.contains("- {name: card}"))
  }

  @Test func `a point that may divide thousands is asked about`() throws {
    let draft = try Self.draft("id,amount,rate\n1,1.234,0.125\n2,12.500,1.5\n3,2.750,0.250\n")
    #expect(draft.questions.contains(.areThousands(["amount"])))
  }

  @Test func `values of sensitive fields do not appear in a draft`() throws {
    let draft = try Self.draft(Self.people)
    #expect(!draft.yaml.contains("19900101"))
  }

  @Test func `a draft is a manifest that reads its sample`() throws {
    let draft = try Self.draft(Self.people.replacing("合计,3,,,,,", with: ""))
    let manifest = try Manifest(yaml: draft.yaml, path: "draft.yaml")
    #expect(manifest.dataset == "people")
    #expect(manifest.primaryKey == ["column_1"])
    #expect(manifest.dialect.headerRows == [2])
    #expect(
      manifest.fields.map(\.type) == [.string, .string, .string, .date, .number, .number, .string])
    #expect(manifest.matches(fileName: "人员 2026.csv"))
  }

  @Test func `headings that manifests know keep their names and protection`() throws {
    let known = try Manifest(
      yaml: """
        name: known
        fields:
          - {name: full_name, gewu: {title_zh: 姓名, sensitive: personal}}
          - {name: registered_on, type: date, gewu: {aliases: [登记日期]}}
        """, path: "known.yaml")
    let draft = try Self.draft(Self.people, vocabulary: [known])
    #expect(draft.yaml.contains("name: full_name"))
    #expect(draft.yaml.contains("name: registered_on"))
    #expect(!draft.yaml.contains("甲"))
  }

  @Test func `two header rows with merged cells are one header`() throws {
    let draft = try Self.draft(
      """
      编号,人口,,备注
      ,常住,户籍,
      1,100,90,正常
      2,200,180,正常
      """)
    #expect(draft.yaml.contains("headerRows: [1, 2]"))
    #expect(draft.yaml.contains("人口 常住"))
    #expect(draft.yaml.contains("人口 户籍"))
  }

  @Test func `the whole of the sample counts, not its beginning`() throws {
    var text = "code,amount\n"
    for row in 1...30_000 { text += "\(row),\(row)\n" }
    text += "007,12x\n"
    let draft = try Self.draft(text)
    #expect(draft.rows == 30_001)
    #expect(draft.yaml.contains("leadingZeros(1, of: 30001)"))
    #expect(draft.yaml.contains("notNumbers(1, of: 30001)"))
    #expect(!draft.yaml.contains("type: integer"))
  }

  @Test func `repeated headings are told apart by their places`() throws {
    let draft = try Self.draft("name;count;count\na;1;2\nb;3;4\n")
    #expect(draft.yaml.contains("delimiter: \";\""))
    #expect(draft.yaml.contains("column: 2"))
    #expect(draft.yaml.contains("column: 3"))
    _ = try Manifest(yaml: draft.yaml, path: "draft.yaml")
  }

  @Test func `a sample without rows is refused`() throws {
    let fault = try #require(throws: DatasetsError.self) { try Self.draft("a,b\n") }
    #expect(fault.fact == .file(.noSampleRows))
  }

  @Test func `keys that count, truths, zones and a limit of what may go are proposed`() throws {
    var text = "number,seen,ok,flag,open,plain\n"
    for row in 1...40 {
      text +=
        "\(row),2024-01-05T10:00:00+08:00,\(row.isMultiple(of: 2) ? "是" : "否"),"
        + "\(row.isMultiple(of: 3) ? "Y" : "N"),\(row % 2),a\n"
    }
    let draft = try Self.draft(text)
    let manifest = try Manifest(yaml: draft.yaml, path: "draft.yaml")
    #expect(manifest.primaryKey == ["number"])
    #expect(
      manifest.fields.map(\.type) == [.integer, .datetime, .boolean, .boolean, .integer, .string])
    #expect(draft.yaml.contains("format: \"%Y-%m-%dT%H:%M:%S%z\""))
    #expect(draft.yaml.contains("trueValues: [\"是\"], falseValues: [\"否\"]"))
    #expect(draft.yaml.contains("trueValues: [\"Y\"], falseValues: [\"N\"]"))
    #expect(draft.yaml.contains("thresholds: {maxErrors: 5%, maxShrink: 30%}"))
  }

  @Test func `coordinates are proposed in spite of a few that are none`() throws {
    var text = "lon,lat,count\n"
    for row in 1...203 {
      text += "\(row == 7 ? "inf" : "117.\(row)"),39.\(row),\(row == 9 ? "many" : "\(row % 5)")\n"
    }
    let draft = try Self.draft(text)
    let manifest = try Manifest(yaml: draft.yaml, path: "draft.yaml")
    #expect(manifest.fields.map(\.type) == [.number, .number, .string])
    #expect(draft.yaml.contains("notNumbers(1, of: 203)"))
    #expect(draft.yaml.contains("location: {x: lon, y: lat, crs: auto}"))
  }

  @Test func `a file whose first row is data has no header`() throws {
    let draft = try Self.draft("AB1,100,1\nAB2,200,2\nAB3,300,3\n")
    #expect(draft.rows == 3)
    #expect(draft.yaml.contains("dialect: {header: false}"))
    let manifest = try Manifest(yaml: draft.yaml, path: "draft.yaml")
    #expect(manifest.fields.map(\.name) == ["field_1", "field_2", "field_3"])
    #expect(!manifest.hasHeader)
    // A text among them, further down, makes no heading of the rows above it.
    #expect(try Self.draft("1,2\n3,4\nx,y\n").rows == 3)
    #expect(try Self.draft("指标,2023年,2024年\n人口,1,2\n").rows == 1)
  }

  @Test(arguments: [
    "a\nb", "a\rb", "\u{85}", "\u{2028}x", "\u{7F}", "\u{FEFF}x", "#", ": ", "'", "\"", "{", "!!x",
    "&a", "*",
    "- x", "? y", "\u{1}", "%", "no", "null", "~", "\u{FFFE}",
  ])
  func `a draft is valid YAML whatever stands in its sample`(text: String) throws {
    var writer = CSVWriter()
    writer.write(["\(text)k", "n", "N ", text, "id", "id_1"])
    for row in 0..<12 { writer.write([text, "\(row)", "x", "v", "\(row)", text]) }
    let draft = try ManifestDraft(
      DelimitedFile(
        TextFile(file: FileBytes(path: "s\(text).csv", copying: writer.bytes))),
      dataset: "t", words: { "\($0)" + text })
    _ = try Manifest(yaml: draft.yaml, path: "draft.yaml")
  }

  @Test func `a long sample gives what all of its rows would`() throws {
    var text = "编号,姓名,日期,金额,是否在册,重复\n"
    for row in 1...20_000 {
      text +=
        "\(row),人\(row % 700),2024-0\(1 + row % 9)-1\(row % 9),\(row % 900).5,"
        + "\(row.isMultiple(of: 2) ? "是" : "否"),\(row == 19_999 ? 5 : row)\n"
    }
    let file = DelimitedFile(
      try TextFile(file: FileBytes(path: "t.csv", copying: Array(text.utf8))))
    let proposal = { (cells: Int) in
      let draft = try ManifestDraft(file, dataset: "t", cells: cells, words: { "\($0)" })
      let lines = draft.yaml.split(separator: "\n")
      return (
        draft.rows, lines.filter { !$0.contains("#") }.joined(separator: "\n"),
        lines.contains { $0.contains("examined(") }
      )
    }
    let (rows, whole, isSampled) = try proposal(.max)
    let part = try proposal(6_000)
    #expect(rows == 20_000 && part.0 == rows)
    #expect(part.1 == whole)
    #expect(!isSampled && part.2)
    // The last column repeats one value, in rows that are not looked at.
    #expect(whole.contains("primaryKey: [column_1]"))
  }

  @Test func `of a long sample a text for no value makes no key, and a counter counts all rows`()
    throws
  {
    var text = "名称,序,备注\n"
    for row in 1...30_000 {
      // Without a heading that says so, only a counter may be the key of whole numbers.
      text += "\(row == 29_998 ? "无" : "甲\(row)"),\(row * 7),乙\(row % 9)\n"
    }
    let file = DelimitedFile(
      try TextFile(file: FileBytes(path: "t.csv", copying: Array(text.utf8))))
    let drafts = try [.max, 600].map {
      try ManifestDraft(file, dataset: "t", cells: $0, words: { "\($0)" })
    }
    for draft in drafts {
      #expect(draft.yaml.contains("primaryKey: [column_2]"))
      #expect(draft.rows == 30_000)
    }
  }
}
