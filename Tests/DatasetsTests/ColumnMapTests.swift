import Datasets
import Testing

@Suite struct ColumnMapTests {
  private func manifest(_ rule: String) throws -> Manifest {
    try Manifest(
      yaml: """
        name: t
        fieldsMatch: \(rule)
        fields:
          - {name: a, title: 甲, constraints: {required: true}, gewu: {aliases: [First]}}
          - {name: b}
          - {name: c}
        """, path: "t.yaml")
  }

  private func map(_ rule: String, _ header: [String]) throws -> [Int?] {
    try ColumnMap(manifest(rule), header: header, width: header.count, path: "t.csv").columns
  }

  @Test func `fieldsMatch decides what may be absent, more or in another order`() throws {
    #expect(try map("exact", ["甲", " B ", "c"]) == [0, 1, 2])
    #expect(throws: DatasetsError.self) { try map("exact", ["b", "a", "c"]) }
    #expect(try map("equal", ["c", "first", "b"]) == [1, 2, 0])
    #expect(throws: DatasetsError.self) { try map("equal", ["a", "b", "c", "d"]) }
    #expect(try map("subset", ["x", "c", "b", "a"]) == [3, 2, 1])
    #expect(throws: DatasetsError.self) { try map("subset", ["a", "b"]) }
    #expect(try map("superset", ["b", "a"]) == [1, 0, nil])
    #expect(throws: DatasetsError.self) { try map("superset", ["a", "x"]) }
    #expect(try map("partial", ["x", "a"]) == [1, nil, nil])
    #expect(throws: DatasetsError.self) { try map("partial", ["x", "b"]) }
  }

  @Test func `a position tells columns with equal headings apart`() throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        fieldsMatch: subset
        fields:
          - {name: code, title: LSOA Code}
          - {name: all, gewu: {column: 3, aliases: [Persons]}}
          - {name: none, gewu: {column: 2}}
        """, path: "t.yaml")
    let columns = try ColumnMap(
      manifest, header: ["LSOA Code", "", "Persons", "Persons"], width: 4, path: "t.csv"
    ).columns
    #expect(columns == [0, 2, 1])
    let error = #expect(throws: DatasetsError.self) {
      try ColumnMap(manifest, header: ["LSOA Code", "", "Area", "x"], width: 4, path: "t.csv")
    }
    #expect(error?.location == "t.csv:1")
    #expect(error?.fact == .header(.foreignHeading("Area", field: "all", column: 3)))
  }

  private static func cut(_ name: String) -> String { String(name.prefix(5)) }

  private func cutMap(_ header: [String]) throws -> [Int?] {
    let manifest = try Manifest(
      yaml: """
        name: t
        fieldsMatch: superset
        fields:
          - {name: code, gewu: {title_zh: 网格编码字段}}
          - {name: number, gewu: {title_zh: 网格编码字号}}
          - {name: kind}
        """, path: "t.yaml")
    return try ColumnMap(
      manifest, header: header, width: header.count, path: "t.shp", shortened: Self.cut
    ).columns
  }

  @Test func `a heading may be a name as the format cuts it`() throws {
    #expect(try cutMap(["kind", "网格编码字号", "网格编码字"]) == [2, 1, 0])
    let error = #expect(throws: DatasetsError.self) { try cutMap(["网格编码字", "kind"]) }
    #expect(error?.fact == .header(.cutNameOfSeveral("网格编码字", fields: ["code", "number"])))
  }
}
