import Testing

@testable import Time

@Suite struct MomentTests {
  @Test(arguments: [
    ("2026-03-01T00:30:00+08:00", "2026-02-28T16:30:00.000Z"),
    ("2026-01-31T08:30:00.123+08:00", "2026-01-31T00:30:00.123Z"),
    ("2026-03-01T00:30:00.25Z", "2026-03-01T00:30:00.250Z"),
    ("2026-03-01t00:30:00.123456789z", "2026-03-01T00:30:00.123Z"),
    ("2026-12-31T23:59:59.9996Z", "2027-01-01T00:00:00.000Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
    ("2016-12-31t23:59:60z", "2017-01-01T00:00:00.000Z"),
    ("2017-01-01T07:59:60.5+08:00", "2017-01-01T00:00:00.500Z"),
    ("2016-12-31T18:59:60-05:00", "2017-01-01T00:00:00.000Z"),
    ("2026-03-01T00:30:00-0330", "2026-03-01T04:00:00.000Z"),
    ("1969-12-31T23:59:59.001Z", "1969-12-31T23:59:59.001Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
    ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
  ])
  func `a moment with its offset is kept in UTC to the millisecond`(
    text: String, kept: String
  ) throws {
    let moment = try #require(Moment(rfc3339: text))
    #expect(moment.text == kept)
    #expect(Moment(rfc3339: kept) == moment)
  }

  @Test(arguments: [
    "2026-01-31T08:30:00", "2026-01-31", "2026-02-30T08:30:00Z", "2026-01-31T24:00:00Z",
    "2026-01-31T08:61:00Z", "2026-01-31T08:30:60Z", "2016-12-31T23:59:60+08:00",
    "2026-01-31T08:30:61Z", "2026-01-31T08:30:00+25:00",
    "2026-01-31T08:30:00+08:60", "2026-01-31T08:30:00.Z", "2026-01-31 08:30:00Z",
    "2026-01-31T08:30:00Z ", "2026-01-31T08:30:00+08", "０026-01-31T08:30:00Z", "",
    "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59.9999Z",
  ])
  func `what RFC 3339 has no moment for is refused`(text: String) {
    #expect(Moment(rfc3339: text) == nil)
  }

  @Test func `moments and their texts are in one order`() throws {
    let texts = [
      "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2026-03-01T00:30:00.000Z",
      "2026-03-01T00:30:00.001Z", "2026-10-01T00:00:00.000Z",
    ]
    let moments = try texts.map { try #require(Moment(rfc3339: $0)) }
    #expect(moments.shuffled().sorted() == moments)
    #expect(moments.map(\.text) == texts)
    #expect(moments[3].since(moments[2]) == .milliseconds(1))
    #expect(moments[2].adding(.milliseconds(1)) == moments[3])
  }

  @Test func `a day has its first and its last moment`() throws {
    let day = try #require(Day("2028-02-29"))
    #expect(Moment(startOf: day).text == "2028-02-29T00:00:00.000Z")
    #expect(Moment(endOf: day).text == "2028-02-29T23:59:59.999Z")
    #expect(Moment(endOf: day).day == day && Moment(endOf: day).adding(.milliseconds(1)).day > day)
  }

  @Test func `the system's clock says a moment of these years`() {
    let (first, second) = (Clock.system.now(), Clock.system.now())
    #expect(first <= second && (2025..<2200).contains(first.day.year))
  }
}
