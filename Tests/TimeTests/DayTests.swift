import Testing

@testable import Time

@Suite struct DayTests {
  @Test func `every day of two rounds of the calendar has its number and its successor`() throws {
    var day = try #require(Day(year: 1600, month: 1, day: 1))
    var ordinal = -135_140
    while day.year < 2400 {
      try #require(day.ordinal == ordinal && Day(ordinal: ordinal) == day)
      let isLast = day.day == Day.length(ofMonth: day.month, year: day.year)
      let next = day.adding(days: 1)
      try #require(next.day == (isLast ? 1 : day.day + 1) && next > day)
      try #require(Day.exists(year: next.year, month: next.month, day: next.day))
      day = next
      ordinal += 1
    }
    #expect(ordinal == 157_054)
  }

  @Test(arguments: [
    ("0001-01-01", -719_162, 1), ("1899-12-30", -25_569, 6), ("1970-01-01", 0, 4),
    ("1994-11-06", 9_075, 0), ("2000-02-29", 11_016, 2), ("9999-12-31", 2_932_896, 5),
  ])
  func `a day is read, numbered and written`(text: String, ordinal: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.ordinal == ordinal && day.weekday == weekday && day.text == text)
  }

  @Test(arguments: [
    "2016-00-10", "2016-13-01", "2016-04-31", "1900-02-29", "2016-1-01", "2016/01/01", "x", "",
    "２０１６-01-01", "+016-01-01", "0000-01-01", "2016-01-01 ", "2016-01-0", "2016-01-01T00:00:00Z",
  ])
  func `a day that does not exist is refused, and so is another form`(text: String) {
    #expect(Day(text) == nil)
  }
}
