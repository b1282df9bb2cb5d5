import Grids
import Testing

@Suite struct CodeGrammarTests {
  @Test(arguments: [
    ("unit-grid-15", "000101001001001"), ("unit-grid-15", "320582110152"),
    ("unit-grid-15", "32058211015210"),
  ])
  func `codes that are none`(grammar: String, code: String) throws {
    #expect(try #require(CodeGrammar.named(grammar)).fault(of: code, isLowest: true) != nil)
  }

  @Test(arguments: [
    // A record of a real city, in `standards.md` 1.2.
    ("unit-grid-15", "320582110152102", nil), ("unit-grid-15", "320582110152102", "320582110152"),
    ("social-governance-15", "330203028018001", "330203028018"),
    ("social-governance-15", "330203028018001", "330203028000"),
    ("cjt349-20", "01010132058211060100", "320582110601"),
    ("free", "anything at all", "nothing"),
  ])
  func `codes that follow their grammar`(grammar: String, code: String, parent: String?) throws {
    let grammar = try #require(CodeGrammar.named(grammar))

    #expect(grammar.fault(of: code, isLowest: true, parent: parent) == nil)
  }

  @Test(arguments: [
    ("unit-grid-15", "3205821101521", CodeFault.Reason.length(13, instead: [15])),
    ("unit-grid-15", "32058211015210A", .notDigits),
    ("unit-grid-15", "320582110152000", .segment(.sequence, "000", low: "001", high: "999")),
    ("social-governance-15", "330203700018001", .segment(.street, "700", low: "001", high: "599")),
    (
      "unit-grid-15", "020582110152102",
      .segment(.division, "020582", low: "110000", high: "999999")
    ),
    ("cjt349-20", "320582110152102", .length(15, instead: [20])),
  ])
  func `what is wrong is told`(grammar: String, code: String, reason: CodeFault.Reason) throws {
    let fault = try #require(CodeGrammar.named(grammar)).fault(of: code, isLowest: true)

    #expect(fault == CodeFault(code: code, reason: reason))
  }

  @Test func `a code begins with that of the cell above`() throws {
    let other = CodeGrammar.unitGrid.fault(
      of: "320582110152102", isLowest: true, parent: "320582110153")
    let later = CodeGrammar.communityService.fault(
      of: "01010132058211060100", isLowest: true, parent: "320582111")

    #expect(other?.reason == .parent("320582110153", after: 0))
    #expect(later?.reason == .parent("320582111", after: 6))
  }

  @Test(arguments: [
    ("320582", true), ("320582110", true), ("320582110152", true), ("320582000000", true),
    ("320582110000", true), ("3205", false), ("320582000152", false), ("020582", false),
  ])
  func `cells above have the beginning, with zeros behind it or not`(code: String, isFine: Bool) {
    #expect((CodeGrammar.unitGrid.fault(of: code, isLowest: false) == nil) == isFine)
  }

  @Test func `a community has the code of its street in front`() {
    let grammar = CodeGrammar.socialGovernance

    #expect(grammar.fault(of: "330203028018", isLowest: false, parent: "330203028000") == nil)
    #expect(grammar.fault(of: "330203028018", isLowest: false, parent: "330203029") != nil)
  }

  @Test func `every grammar has a name of its own`() {
    #expect(
      CodeGrammar.all.map(\.name) == [
        "free", "unit-grid-15", "social-governance-15", "cjt349-20",
      ])
    #expect(CodeGrammar.all.map(\.length) == [0, 15, 15, 20])
  }

  @Test(arguments: [
    ("social-governance-15", "330203028018001", false),
    ("social-governance-15", "330203128218001", true),
    ("cjt349-20", "01010132058211020100", true), ("free", "330203128218001", nil),
    ("unit-grid-15", "3302031282180", nil),
  ])
  func `a village is told by its community code`(grammar: String, code: String, isRural: Bool?)
    throws
  {
    #expect(try #require(CodeGrammar.named(grammar)).isRural(code) == isRural)
  }
}
