import Testing

@testable import Time

@Suite struct LocalZoneTests {
  @Test(arguments: ["Asia/Shanghai", "Europe/London", "UTC", "+08:00", "-0330"])
  func `a zone is read by its name or its offset`(name: String) {
    #expect(LocalZone(name)?.name == name)
  }

  @Test(arguments: ["", "Shanghai", "Atlantis/Capital", "+8", "+25:00", "08:00", "+08:00 "])
  func `another text is no zone`(name: String) {
    #expect(LocalZone(name) == nil)
  }

  @Test func `the machine has one`() {
    #expect(LocalZone(LocalZone.ofMachine.name) == LocalZone.ofMachine)
    #expect(LocalZone("Z") == .utc && LocalZone("GMT") == .utc)
  }

  @Test(arguments: [
    ("Asia/Shanghai", "2026-03-01", "2026-02-28T16:00:00.000Z", "2026-03-01T15:59:59.999Z"),
    ("+08:00", "2026-03-01", "2026-02-28T16:00:00.000Z", "2026-03-01T15:59:59.999Z"),
    // Clocks are put forward and back: 23 and 25 hours.
    ("Europe/London", "2026-03-29", "2026-03-29T00:00:00.000Z", "2026-03-29T22:59:59.999Z"),
    ("Europe/London", "2026-10-25", "2026-10-24T23:00:00.000Z", "2026-10-25T23:59:59.999Z"),
    // There was no midnight: 01:00 came after 23:59.
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z", "2018-11-05T01:59:59.999Z"),
    ("Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00.000Z", "2026-01-01T09:59:59.999Z"),
  ])
  func `a day begins and ends where its calendars say`(
    name: String, day: String, start: String, end: String
  ) throws {
    let zone = try #require(LocalZone(name))
    let day = try #require(Day(day))

    #expect(zone.start(of: day).text == start)
    #expect(zone.end(of: day).text == end)
  }

  @Test(arguments: ["Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Lord_Howe"])
  func `every hour of a year lies in its day`(name: String) throws {
    let zone = try #require(LocalZone(name))
    let first = try #require(Day("2026-01-01"))
    for hour in stride(from: 0, to: 365 * 24, by: 7) {
      let moment = Moment(
        milliseconds: Moment(startOf: first).milliseconds + Int64(hour) * 3_600_000)
      let day = zone.day(of: moment)
      #expect(zone.start(of: day) <= moment && moment <= zone.end(of: day), "\(moment)")
    }
  }

  @Test func `the last day of the calendar has an end`() throws {
    let day = try #require(Day("9999-12-31"))
    #expect(LocalZone("Asia/Shanghai")?.end(of: day).text == "9999-12-31T23:59:59.999Z")
  }

  @Test func `a date of a month means all of its days, the coarser of two wins`() throws {
    let day = try #require(Day("2028-02-10"))
    func texts(_ precision: DatePrecision) -> [String] {
      let days = precision.days(around: day)
      return [days.lowerBound.text, days.upperBound.text]
    }
    #expect(texts(.day) == ["2028-02-10", "2028-02-10"])
    #expect(texts(.month) == ["2028-02-01", "2028-02-29"])
    #expect(texts(.year) == ["2028-01-01", "2028-12-31"])
    #expect(DatePrecision.month.coarser(.day) == .month)
    #expect(DatePrecision.day.coarser(.month) == .month)
    #expect(DatePrecision.year.coarser(.month) == .year)
    #expect(DatePrecision.month.coarser(.year) == .year)
  }
}
