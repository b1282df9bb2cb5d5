import Addresses
import Testing

@Suite struct GrammarTests {
  @Test("Both grammars of the repository are read") func shipped() throws {
    #expect(try Fixture.grammar("cn").name == "cn")
    #expect(try Fixture.grammar("gb-leeds").name == "gb-leeds")
  }

  @Test(
    "Errors name the line and the reason",
    arguments: [
      ("script: han\n", GrammarError.missing(section: "grammar")),
      ("grammar: x\nnonsense\n", .syntax(line: 2)),
      ("grammar: x\n\tnames: a\n", .syntax(line: 2)),
      ("grammar: x\n a: b\n", .syntax(line: 2)),
      ("grammar: x\n  a: b\n", .syntax(line: 2)),
      ("grammar: x\njunk: [a, \"b\n", .openList(line: 2)),
      ("grammar: x\njunk: [a, \"b]\n", .syntax(line: 2)),
      ("grammar: x\njunk: [a,, b]\n", .syntax(line: 2)),
      ("grammar: x\njunk: a # b\n", .syntax(line: 2)),
      ("grammar: x\ngrammar: y\n", .repeated(line: 2, key: "grammar")),
      ("grammar: x\nnames:\n  road: a\n  road: b\n", .repeated(line: 4, key: "road")),
      ("grammar: x\n\nwords: a\n", .unknownSection(line: 3, name: "words")),
      ("grammar: x\nnames:\n  street: a\n", .unknownKind(line: 3, name: "street")),
      (
        "grammar: x\nnames:\n  road: a\nafter:\n  road z: room=1\n",
        .unknownForm(line: 5, form: "z")
      ),
      ("grammar: x\nafter:\n  road N: room\n", .syntax(line: 3)),
      ("grammar: x\nafter:\n  road N: room=much\n", .badCost(line: 3, text: "much")),
      ("grammar: x\nafter:\n  road N: room=1001\n", .badCost(line: 3, text: "1001")),
      ("grammar: x\nafter:\n  road N: flat=1\n", .unknownKind(line: 3, name: "flat")),
      ("grammar: x\nlengths:\n  room: 1 2 3\n", .syntax(line: 3)),
      ("grammar: x\nscript: cyrillic\n", .unknownValue(line: 2, value: "cyrillic")),
      ("grammar: x\ncosts:\n  price: 3\n", .unknownValue(line: 3, value: "price")),
      ("grammar: x\nvariants: [abc]\n", .badVariant(line: 2, variant: "abc")),
      ("grammar: x\npatterns:\n  postcode: [X9]\n", .unknownValue(line: 3, value: "X9")),
    ])
  func errors(text: String, expected: GrammarError) {
    #expect(throws: expected) { try Grammar(text: text) }
  }

  @Test("A list may go on below; comments and blank lines are skipped") func lists() throws {
    let grammar = try Grammar(
      text: """
        # a comment
        grammar: small

        names:
          # roads
          road: [路,
            "街"]
        units:
          nr: ["#"]
        after:
          road N: roadNumber=0
          road nr: roadNumber=0
        """)
    let parser = AddressParser(grammar: grammar, divisions: .none)
    let text = "中山路7"
    #expect(parser.readings(of: text).first?.shown(of: text) == "road:中山路 roadNumber:7")
    let other = "中山街7#"
    #expect(parser.readings(of: other).first?.shown(of: other) == "road:中山街 roadNumber:7#")
  }

  @Test("Another place is a grammar away") func leeds() throws {
    let grammar = try Fixture.grammar("gb-leeds")
    let divisions = try Divisions(
      rows: [
        DivisionRow(code: "E08000035", name: "Leeds", kind: .city),
        DivisionRow(
          code: "E05011400", name: "Headingley", kind: .community, parent: "E08000035"),
      ], grammar: grammar)
    let parser = AddressParser(grammar: grammar, divisions: divisions)
    func shown(_ text: String) -> String? { parser.readings(of: text).first?.shown(of: text) }
    let text = "Flat 3, 12A Otley Road, Headingley, Leeds LS6 2AL"
    #expect(
      shown(text)
        == "room:Flat 3 roadNumber:12A road:Otley Road community:Headingley city:Leeds postcode:LS6 2AL"
    )
    #expect(
      parser.readings(of: text).first?.divisions == [
        try #require(divisions.division(code: "E05011400"))
      ])
    #expect(shown("12-14 OTLEY ROAD, LEEDS") == "roadNumber:12-14 road:OTLEY ROAD city:LEEDS")
    #expect(
      shown("Unit 5, Abbey Mill, 201 Kirkstall Road, Leeds, LS4 2AZ")
        == "room:Unit 5 place:Abbey Mill roadNumber:201 road:Kirkstall Road city:Leeds postcode:LS4 2AZ"
    )
    let keys = parser.readings(of: "FLAT 3, 12a otley road").first?.keys
    #expect(
      keys == parser.readings(of: text).first.map { _ in "room=3 roadNumber=12A road=OTLEY ROAD" })
  }
}
