import Testing
import Time

@testable import Gewu

@Suite struct MomentTests {
  @Test(arguments: [
    ("2026-02-28", "2026-02-28T23:59:59.999Z"), ("2028-02-29", "2028-02-29T23:59:59.999Z"),
    ("2026-03-01T00:30:00+08:00", "2026-02-28T16:30:00.000Z"),
    ("2026-03-01T00:30:00.25Z", "2026-03-01T00:30:00.250Z"),
  ])
  func `a day means its end, a moment itself`(text: String, kept: String) throws {
    #expect(try Moment(text, in: .utc).text == kept)
  }

  @Test func `a day is that of the zone, a moment has its own`() throws {
    let shanghai = try #require(LocalZone("Asia/Shanghai"))
    #expect(try Moment("2026-03-01", in: shanghai).text == "2026-03-01T15:59:59.999Z")
    #expect(try Moment(startOf: "2026-03-01", in: shanghai).text == "2026-02-28T16:00:00.000Z")
    #expect(try Moment("2026-03-01T00:00:00Z", in: shanghai).text == "2026-03-01T00:00:00.000Z")
  }

  @Test(arguments: [
    "2026-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-01-01T25:00:00Z",
    "2026-02-30T08:00:00+08:00", "2026-01-01T08:61:00Z", "2026-01-01T08:00:00", "today", "",
  ])
  func `a day or an hour that there is not is refused`(text: String) {
    #expect(throws: NotAMoment(text: text)) { try Moment(text, in: .utc) }
  }
}
