import Datasets
import Tabular
import Testing

/// A file without its header begins with a person: what a message repeats of its first line.
@Suite struct `The headings that a message repeats` {
  private static let known: Set<String> = [
    "姓名", "性别", "民族", "公民身份号码", "身份证", "联系电话", "户籍地址", "name", "phone", "resident_id",
  ]
  private static let person = [
    "张三丰", "男", "汉族", "身份证", "330101199001011234", "13800138000", "文三路 1 号", "zhang@example.com",
  ]

  private func seen(_ headings: [String], expected: Int = 8) -> SeenHeadings {
    SeenHeadings(headings, known: Self.known, expected: expected)
  }

  @Test func `are none of a row of values, but for a value that is a heading as well`() {
    let seen = seen(Self.person)
    #expect(!seen.isHeader && seen.count == 8)
    #expect(seen.shown == ["身份证"])
  }

  @Test func `are all of a header with enough known names, exact or close`() {
    #expect(seen(["姓 名", "性别", "手机", "备注"]).shown == ["姓 名", "性别", "手机", "备注"])
    #expect(seen(["姓名（必填）", "户主联系电话"]).isHeader)
    #expect(seen(["Phone No.", "x"]).isHeader)
    #expect(seen(["resident-id", "x"]).isHeader)
  }

  @Test func `never have what looks like a value, even in a header`() {
    let seen = seen(["姓名", "性别", "330101199001011234", "1990-01-01", "a@b.c"], expected: 3)
    #expect(seen.isHeader && seen.count == 5)
    #expect(seen.shown == ["姓名", "性别"])
  }

  @Test func `names of one character are close to nothing`() {
    let seen = SeenHeadings(["男", "a", "b"], known: ["x", "y"], expected: 2)
    #expect(!seen.isHeader && seen.shown.isEmpty)
  }

  private func fault(_ rule: String, _ header: [String]) throws -> HeaderFault? {
    // A column that is known by its place is enough for a header that may be partial.
    let place = rule == "partial" ? "" : ", column: 4"
    let manifest = try Manifest(
      yaml: """
        name: people
        fieldsMatch: \(rule)
        fields:
          - {name: name, gewu: {title_zh: 姓名}}
          - {name: sex, gewu: {title_zh: 性别}}
          - {name: resident_id, gewu: {title_zh: 公民身份号码}}
          - {name: phone, gewu: {title_zh: 联系电话\(place)}}
        """, path: "t.yaml")
    let error = #expect(throws: DatasetsError.self) {
      _ = try ColumnMap(manifest, header: header, width: header.count, path: "t.csv")
    }
    guard case .header(let fault) = error?.fact else { return nil }
    return fault
  }

  @Test(arguments: ["exact", "equal", "subset", "superset", "partial"])
  func `no fault of a header holds a value of the first row`(rule: String) throws {
    let rows = [
      ["李四", "女", "330101199001011234", "13800138000"],
      ["李四", "女", "330101199001011234", "", "西湖区"],
    ]
    for row in rows {
      let text = "\(String(describing: try fault(rule, row)))"
      for value in row where !["", "姓名", "联系电话"].contains(value) {
        #expect(!text.contains(value), "\(rule): \(text)")
      }
    }
  }
}
