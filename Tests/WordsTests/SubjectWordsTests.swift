import Gewu
import Testing
import Warehouse
import Words

/// What is said of subjects, of decisions about them, and of stores in which they are not right.
@Suite struct `The words of subjects` {
  static let faults: [(SubjectFault, String, String)] = [
    (
      .notAnItem("7"),
      "'7' is not the key of an item: 32 digits 0 to 9 and a to f, as the list of items "
        + "shows them",
      "“7”不是事项编号：应为 32 位 0 到 9、a 到 f，见事项清单"
    ),
    (
      .noItem("ab"),
      "there is no item ab in the review queue: its rows may have changed; see the list of "
        + "items",
      "待审队列中没有事项 ab：其行可能已变化；请看事项清单"
    ),
    (
      .noDecision(3), "there is no decision 3, or it was taken back already", "没有决定 3，或已撤回"
    ),
    (
      .undecidable("two-main"),
      "no decision settles two-main: the department must correct its rows; send it what the queue has of them",
      "two-main 无法用决定解决：须由部门更正其数据；请将待审内容退回该部门"
    ),
    (
      .noChoice("same", known: ["1", "2"]),
      "'same' cannot be decided of this item; there are 1, 2", "此事项不能决定为“same”；可选：1、2"
    ),
    (
      .rowsGone,
      "the rows of the item have changed; assemble the subjects again, then look at it again",
      "该事项的行已变化；请先重新归集，再查看"
    ),
    (.blankReason, "the reason is empty; say why it was decided so", "理由为空；请说明决定的理由"),
    (.longReason, "the reason has more than 500 characters; shorten it", "理由超过 500 个字符；请缩短"),
    (.notADay("x"), "'x' is not a day; write it as 2026-12-31", "“x”不是日期；请写作 2026-12-31"),
    (.dayOver("2026-01-01"), "2026-01-01 is over; give a later day", "2026-01-01 已过；请给出以后的日期"),
    (
      .noDataset("x"), "there is no data set 'x'; see the list of data sets",
      "没有数据资源“x”；请看数据资源清单"
    ),
  ]

  @Test(arguments: faults)
  func `say why something cannot be decided, and what to do`(
    fault: SubjectFault, english: String, chinese: String
  ) {
    #expect(fault.wording.english == english)
    #expect(fault.wording.chinese == chinese)
  }

  static let findings: [(VerificationFinding, String, String)] = [
    (
      .subjectRowsMissing(kind: "person", dataset: "clinic", rows: 2),
      "subjects of kind person name 2 rows that clinic does not have; assemble the subjects again",
      "person 类主体引用了 clinic 中不存在的 2 行；请重新归集"
    ),
    (
      .subjectRowsEnded(kind: "person", dataset: "clinic", rows: 2),
      "subjects of kind person count as current, and 2 of their rows in clinic are not; assemble the subjects again",
      "person 类主体标为最新，但其在 clinic 中的 2 行已非现行；请重新归集"
    ),
    (
      .subjectRowsAstray(kind: "person", dataset: "clinic", rows: 2),
      "2 rows of clinic are in no subject of kind person that stands; assemble the subjects again",
      "clinic 的 2 行不属于任何现存的 person 类主体；请重新归集"
    ),
    (
      .subjectsWithoutRows(kind: "firm", subjects: 1),
      "1 subjects of kind firm are made of no row; assemble the subjects again",
      "1 个 firm 类主体没有任何行；请重新归集"
    ),
    (
      .subjectPartAstray(kind: "firm", table: "subject_value", rows: 3),
      "subject_value: 3 entries of kind firm name rows that are not of their subject; assemble the subjects again",
      "subject_value：3 条 firm 类记录引用了不属于其主体的行；请重新归集"
    ),
    (
      .subjectKindMissing(kind: "firm", table: "review_decision", rows: 1),
      "review_decision: 1 entries are of kind firm, which was never assembled; assemble the subjects again",
      "review_decision：1 条记录属于从未归集的类别 firm；请重新归集"
    ),
  ]

  @Test(arguments: findings)
  func `say what is not right in a store, and where`(
    finding: VerificationFinding, english: String, chinese: String
  ) {
    #expect(finding.wording.english == english)
    #expect(finding.wording.chinese == chinese)
  }
}
