package import Gewu

extension UseFault {
  /// Why it cannot be done.
  package var wording: Wording {
    switch self {
    case .noRules:
      Wording(
        "the rules of the use anomaly are nowhere: name their file", "找不到用量异常规则：请给出规则文件")
    case .noSources(let path):
      Wording(
        "\(path): it has limits and does not say where a store has what they are for; add 'sources'",
        "\(path)：只有限值，没有说明数据所在；请加上 sources")
    case .noFields(let fields, let dataset):
      Wording(
        "the rules name fields that '\(dataset)' does not have: ", "规则所用字段在“\(dataset)”中不存在：")
        + fields.listed()
    case .nothingImported(let list, let datasets):
      Wording("nothing was imported that '\(list)' is read from: ", "“\(list)”所读的数据资源尚未导入：")
        + datasets.listed()
    case .neverJudged:
      Wording("homes were never judged by their use", "尚未按用量判断住户")
    case .notAnItem(let text):
      Wording(
        "'\(text)' is not the key of an item: 32 digits 0 to 9 and a to f, as the list shows them",
        "“\(text)”不是事项编号：应为 32 位 0 到 9、a 到 f，见清单")
    case .noItem(let key):
      Wording(
        "there is no item \(key): its home does not stand out any more, and nobody noted a visit",
        "没有事项 \(key)：该户已不在清单上，也没有上门结果")
    case .blankReason:
      Wording("the reason is empty; say what was seen", "理由为空；请说明看到的情况")
    case .longReason:
      Wording("the reason has more than 500 characters; shorten it", "理由超过 500 个字符；请缩短")
    case .notADay(let text):
      Wording("'\(text)' is not a day; write it as 2026-12-31", "“\(text)”不是日期；请写作 2026-12-31")
    case .dayOver(let day):
      Wording("\(day) is over; give a later day", "\(day) 已过；请给出以后的日期")
    }
  }
}
