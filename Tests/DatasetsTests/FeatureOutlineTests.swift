import Testing

@testable import Datasets

@Suite struct `What may be drawn of a data set` {
  private static func outline(_ own: String, fields: String = "") throws -> FeatureOutline {
    try FeatureOutline(
      keptText: """
        name: road
        fields:
          - {name: code}
        \(fields)
        gewu:
          location: {geometry: {type: line, crs: file}}
        \(own)
        """, path: "road")
  }

  @Test func `fields that say what a row is are shown in their order`() throws {
    let outline = try Self.outline(
      "  subject: place\n  category: class\n  subjectMap: {code: code, lanes: lanes}",
      fields: """
          - {name: class}
          - {name: note}
          - {name: surface, constraints: {enum: [a, b]}}
          - {name: use, gewu: {codes: {file: none.csv}}}
          - {name: lanes, type: integer}
        """)

    #expect(outline.fields.map(\.name) == ["code", "class", "surface", "use", "lanes"])
    #expect(outline.fields.last?.type == .integer)
    #expect(outline.hasShapes && outline.hasPositions)
  }

  @Test(arguments: [
    "sensitive: personal", "sensitive: secret", "sensitive: perhaps", "sensitive: [a]",
    "check: cn.resident-id", "checks: [cn.division-code, cn.resident-id]", "check: cn.unheard-of",
  ]) func `a field that is or may be personal is not shown`(rule: String) throws {
    let outline = try Self.outline(
      "  subject: place\n  category: chief\n  subjectMap: {code: code, name: chief}",
      fields: "  - {name: chief, constraints: {enum: [x]}, gewu: {\(rule)}}")

    #expect(outline.fields.map(\.name) == ["code"])
  }

  @Test(arguments: [
    ("  sensitivity: 1", 1), ("  sensitivity: 4", 4), ("  sensitivity: 5", nil),
    ("  sensitivity: low", nil), ("  department: X", nil),
  ]) func `what cannot be read of the level is no level`(own: String, level: Int?) throws {
    #expect(try Self.outline(own).level == level)
  }
}
