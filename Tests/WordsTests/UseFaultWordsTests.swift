import Gewu
import Testing
import Words

/// What is said where homes cannot be judged by their use, or an item not be decided.
@Suite struct `The words of the use anomaly` {
  private static let said: [(UseFault, String, String)] = [
    (
      .noFields(["flat", "day"], dataset: "water"),
      "the rules name fields that 'water' does not have: flat, day", "规则所用字段在“water”中不存在：flat、day"
    ),
    (
      .nothingImported(list: "homes", datasets: ["house", "estate"]),
      "nothing was imported that 'homes' is read from: house, estate",
      "“homes”所读的数据资源尚未导入：house、estate"
    ),
    (
      .notADay("soon"), "'soon' is not a day; write it as 2026-12-31",
      "“soon”不是日期；请写作 2026-12-31"
    ),
    (.dayOver("2026-01-01"), "2026-01-01 is over; give a later day", "2026-01-01 已过；请给出以后的日期"),
    (.neverJudged, "homes were never judged by their use", "尚未按用量判断住户"),
  ]

  @Test(arguments: said) func `a fault is said in both languages`(
    fault: UseFault, english: String, chinese: String
  ) {
    #expect(Words.wording(of: fault) == Wording(english: english, chinese: chinese))
  }
}
