package import Gewu

extension SubjectFault {
  /// Why it cannot be done.
  package var wording: Wording {
    switch self {
    case .noRules:
      Wording(
        "the rules of subjects are nowhere: name their folder", "找不到主体规则：请给出规则所在的目录")
    case .noKind(let kind, let known):
      Wording("there is no kind of subject '\(kind)'; there are ", "没有主体类别“\(kind)”；可用类别：")
        + known.listed()
    case .neverAssembled:
      Wording("no subjects were assembled yet", "尚未归集任何主体")
    case .noSubject(let key):
      Wording("there is no subject with the key \(key)", "没有编号为 \(key) 的主体")
    case .notAKey(let text):
      Wording(
        "'\(text)' is not the key of a subject: 32 digits 0 to 9 and a to f",
        "“\(text)”不是主体编号：应为 32 位 0 到 9、a 到 f")
    case .notAnItem(let text):
      Wording(
        "'\(text)' is not the key of an item: 32 digits 0 to 9 and a to f, as the list of "
          + "items shows them",
        "“\(text)”不是事项编号：应为 32 位 0 到 9、a 到 f，见事项清单")
    case .noItem(let key):
      Wording(
        "there is no item \(key) in the review queue: its rows may have changed; see the list "
          + "of items",
        "待审队列中没有事项 \(key)：其行可能已变化；请看事项清单")
    case .noDecision(let number):
      Wording(
        "there is no decision \(number), or it was taken back already",
        "没有决定 \(number)，或已撤回")
    case .undecidable(let rule):
      Wording(
        "no decision settles \(rule): the department must correct its rows; send it what the queue has of them",
        "\(rule) 无法用决定解决：须由部门更正其数据；请将待审内容退回该部门")
    case .noChoice(let choice, let known):
      Wording("'\(choice)' cannot be decided of this item; there are ", "此事项不能决定为“\(choice)”；可选：")
        + known.listed()
    case .rowsGone:
      Wording(
        "the rows of the item have changed; assemble the subjects again, then look at it again",
        "该事项的行已变化；请先重新归集，再查看")
    case .blankReason:
      Wording("the reason is empty; say why it was decided so", "理由为空；请说明决定的理由")
    case .longReason:
      Wording("the reason has more than 500 characters; shorten it", "理由超过 500 个字符；请缩短")
    case .notADay(let text):
      Wording("'\(text)' is not a day; write it as 2026-12-31", "“\(text)”不是日期；请写作 2026-12-31")
    case .dayOver(let day):
      Wording("\(day) is over; give a later day", "\(day) 已过；请给出以后的日期")
    case .noDataset(let name):
      Wording(
        "there is no data set '\(name)'; see the list of data sets",
        "没有数据资源“\(name)”；请看数据资源清单")
    }
  }
}
