import DemoTruth
import Testing
import Time

@Suite struct `The calendar of the truth` {
  @Test(arguments: [
    (1, 2026_06_30), (2, 2026_07_31), (6, 2026_11_30), (7, 2026_12_31), (8, 2027_01_31),
    (9, 2027_02_28), (12, 2027_05_31),
  ])
  func `months end with their last days`(month: Int, day: Int) {
    #expect(TruthCalendar.day(ofMonth: month).number == day)
    #expect(TruthCalendar.day(ofMonth: month).ordinal <= TruthCalendar.last.ordinal)
  }
}
