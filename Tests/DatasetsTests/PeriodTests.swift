import Testing
import Time

@testable import Datasets

@Suite struct PeriodTests {
  private func today() throws -> Day { try #require(Day(year: 2026, month: 11, day: 28)) }

  @Test(arguments: [
    ("救助9月.csv", "2026-09"), ("救助10月.csv", "2026-10"), ("救助十月份.csv", "2026-10"),
    ("救助12月.csv", "2025-12"), ("救助202610.csv", "2026-10"), ("aid_20260930.csv", "2026-09-30"),
    ("aid_2026-09.csv", "2026-09"), ("aid_2026_09_30.xlsx", "2026-09-30"),
    ("2026年9月救助.csv", "2026-09"), ("2026年9月30日救助.csv", "2026-09-30"),
    ("救助２０２６年９月.csv", "2026-09"), ("救助2026年.csv", "2026"), ("aid 2026Q3.csv", "2026-Q3"),
    ("救助2026年第三季度.csv", "2026-Q3"), ("救助2026年3季度.csv", "2026-Q3"),
    ("aid_20260930123456.csv", "2026-09-30"), ("2026-01至2026-09救助.csv", "2026-09"),
  ])
  func `a file's name says what time it is about`(name: String, period: String) throws {
    #expect(try PeriodText.period(in: name, today: today())?.text == period)
  }

  @Test(arguments: [
    "救助.csv", "things.csv", "aff1.csv", "110105_aid.csv", "aid_209913.csv", "aid_1234567.csv",
    "990101200001010019.csv", "13月.csv", "v2.csv", "2026.csv", "grid-4490.geojson",
  ])
  func `another number is no time`(name: String) throws {
    #expect(try PeriodText.period(in: name, today: today()) == nil)
  }

  @Test(arguments: [
    ("救助{year}{month}*", "救助202609.csv", "2026-09"),
    ("救助{year}{month}{day}.csv", "救助20260930.csv", "2026-09-30"),
    ("*_{year}_Q{quarter}?csv", "a_b_2026_Q2.csv", "2026-Q2"),
    ("{month}月.csv", "9月.csv", "2026-09"), ("{year}*", "2026x.csv", "2026"),
    ("*{year}-{month}*", "1-2-2026-9-1.csv", "2026-09"),
  ])
  func `a pattern says where the time stands in the name`(
    pattern: String, name: String, period: String
  ) throws {
    #expect(
      try PeriodText.period(inName: name, by: pattern, today: today())?.text == period)
  }

  @Test(arguments: [
    ("救助{year}{month}*", "救助9月.csv"), ("{year}{month}.csv", "202613.csv"),
    ("*a*a*a*a*a*a*a*a*a*a{year}", String(repeating: "a", count: 200)),
  ])
  func `a name that does not fit a pattern has no time`(pattern: String, name: String) throws {
    #expect(try PeriodText.period(inName: name, by: pattern, today: today()) == nil)
  }

  @Test(arguments: ["2026", "2026-Q3", "2026-09", "2026-09-30"])
  func `a period is read as it is written`(text: String) throws {
    #expect(Period(text)?.text == text)
  }

  @Test(arguments: ["", "26", "2026-13", "2026-9", "2026-Q5", "2026-02-30", "2026-09-30-1", "now"])
  func `another text is no period`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `a period is before another one where no day is in both or between`() throws {
    func isBefore(_ one: String, _ other: String) throws -> Bool {
      try #require(Period(one)).isBefore(#require(Period(other)))
    }
    #expect(try isBefore("2026-09", "2026-10") && isBefore("2025", "2026-Q1"))
    #expect(try !isBefore("2026-10", "2026-10") && !isBefore("2026-10", "2026-10-15"))
    #expect(try isBefore("2026-10-14", "2026-10-15") && !isBefore("2026-11", "2026-10"))
  }

  @Test func `a manifest names a pattern, a field, or that names say nothing`() throws {
    func rule(_ text: String) throws -> PeriodRule? {
      try Manifest(
        yaml: """
          name: aid
          primaryKey: [rid]
          fields: [{name: rid}, {name: month}]
          gewu: {load: full, \(text)}
          """, path: "aid.yaml"
      ).periodRule
    }
    #expect(try rule("period: {file: \"aid{year}{month}*\"}") == .pattern("aid{year}{month}*"))
    #expect(try rule("period: {field: month}") == .field("month"))
    #expect(try rule("period: none") == PeriodRule.none && rule("period: name") == .name)
    #expect(try rule("dedupe: first") == nil)
    for wrong in ["{file: aid}", "{field: x}", "{}", "{file: \"{year}\", field: month}", "month"] {
      #expect(throws: DatasetsError.self) { try rule("period: \(wrong)") }
    }
  }
}
