import Gewu
import HotSpots
import Testing
import Time
import Words

@Suite struct `The words of hot spots` {
  @Test func `every class has a name of its own in each language`() {
    #expect(Set(HotSpotClass.allCases.map(\.wording.english)).count == 10)
    #expect(Set(HotSpotClass.allCases.map(\.wording.chinese)).count == 10)
  }

  @Test func `a warning names the figures`() {
    let few = HotSpotWarning.fewCells(used: 3, enough: 30).wording
    let limit = HotSpotWarning.fewPermutations(
      permutations: 999, tested: 64, needed: 3, permutationsNeeded: 2559
    ).wording

    let barred = HotSpotWarning.fewArrangements(cells: 2, tested: 64).wording
    let islands = [
      HotSpotWarning.isolates(cells: 7, areDropped: false), .isolates(cells: 7, areDropped: true),
      .linkedIslands(cells: 7),
    ].map(\.wording)

    let lone = HotSpotWarning.loneHigh(cells: 2, highest: "a7", count: 90).wording
    #expect(lone.english.contains("the highest a7 with 90, but not hot spots"))
    #expect(lone.chinese.contains("最高为 a7，90"))
    let one = HotSpotWarning.loneHigh(cells: 1, highest: "a7", count: 90).wording
    #expect(one.english.hasPrefix("Cell a7 with 90 is far above the mean by itself, but not a hot"))
    #expect(one.chinese.hasPrefix("单元 a7（90）自身远高于平均值"))
    #expect(barred.english.contains("2 of 64 tested cells have so few neighbours"))
    #expect(barred.chinese.contains("有 2 个的邻接单元过少"))
    #expect(
      islands.map(\.english) == [
        "7 cells have no neighbour with a value and were not tested; their values count in the mean.",
        "7 cells have no neighbour with a value; they were not tested, and the others were analysed "
          + "without them.",
        "7 cells have no neighbour with a value and were given the nearest cell as one.",
      ])
    #expect(islands.allSatisfy { $0.chinese.hasPrefix("7 个单元没有带数值的邻接单元") })
    #expect(few.english.contains("Only 3 cells"))
    #expect(few.chinese.contains("仅有 3 个单元"))
    #expect(limit.english.contains("needs 2559 permutations"))
    #expect(limit.chinese.contains("需要 2559 次置换"))
  }

  @Test
  func `what to do about rows of an earlier generation is a command on the command line alone`() {
    let note = HotSpotNote.earlierGeneration(rows: 4, .attaching(dataset: "theft"))

    #expect(!note.wording.english.contains("gewu ") && !note.wording.chinese.contains("gewu "))
    #expect(note.commandLineHint?.english == "`gewu attach --dataset theft`")
    #expect(HotSpotNote.unattached(rows: 4).commandLineHint == nil)
    let missing = HotSpotNote.incompleteExposure(
      ExposureRows(counted: 2, quarantined: 1, withoutExposure: 3), cells: 2, dataset: "people")
    #expect(
      missing.wording.english
        == "Of the 6 rows of the exposure in data set people, 4 are in no cell's amount: 3 without an "
        + "amount, 1 in quarantine; 2 cells with rows without an amount have no exposure of their own."
    )
    #expect(
      missing.wording.chinese
        == "数据资源 people 的 6 行基数中，4 行未计入任何单元：无数值 3，问题数据 1；2 个单元有无数值的行，其自身没有基数。")
    #expect(missing.commandLineHint?.english == "`gewu quarantine list --dataset people`")
  }

  @Test func `that there are no rows, or that more days count, is said with the days`() {
    let none = HotSpotNote.noRows(dataset: "theft", first: "2026-01-05", last: "2026-02-07").wording
    let bare = HotSpotNote.noRows(dataset: "theft", first: nil, last: nil).wording
    let wide = HotSpotNote.widened(.month, from: "2026-07-01", to: "2026-07-31").wording
    let open = HotSpotNote.widened(.year, from: nil, to: "2026-12-31").wording

    #expect(
      none.english
        == "No row of data set theft is in question, so no cell can be hot or cold; it has rows from "
        + "2026-01-05 to 2026-02-07.")
    #expect(none.chinese.hasSuffix("其数据自 2026-01-05 至 2026-02-07。"))
    #expect(bare.english.hasSuffix("hot or cold.") && bare.chinese.hasSuffix("热点或冷点。"))
    #expect(
      wide.english
        == "Dates are known to the month only, so that all rows from 2026-07-01 to 2026-07-31 were counted."
    )
    #expect(wide.chinese == "日期只精确到月，因此统计了自 2026-07-01 至 2026-07-31 的所有行。")
    #expect(open.english.contains("year only, so that all rows to 2026-12-31"))
  }

  @Test(
    arguments: [
      (.exposureNotOnLevel(exposure: "e", level: "grid"), "may be known on a higher level", "更高层级"),
      (.levelWithoutCells(level: "city", known: ["a", "b"]), "with cells are a, b", "：a、b"),
      (
        .otherTable(settings: ["category", "to"], dataset: "people", level: 3),
        "the data set 'people' is of sensitivity level 3: one table is published", "请去掉 category、to"
      ),
      (
        .otherTable(settings: ["batch"], dataset: nil, level: 4),
        "the reports are of sensitivity level 4", "上报的敏感级别为 4"
      ),
      (
        .smallK(5, least: 10, dataset: "people", level: 3), "give a k of 10 or more instead of 5",
        "k 请取 10 或更大，而不是 5"
      ),
      (.undeclared(.category, dataset: "people"), "declares no category", "未声明类别"),
      (
        .noSuchCategories(["x"], dataset: "d", known: ["a", "b"]),
        "no row of data set d has the category 'x'; its categories are a, b", "已有类别：a、b"
      ),
      (
        .noSuchCategories(["x", "y"], dataset: nil, known: ["a"]),
        "no report has the categories 'x', 'y'; the categories are a", "没有类别为“x”、“y”的上报"
      ),
      (.noSource, "a data set, or the reports", "上报"),
      (.datasetBesideReports("d"), "data set d cannot be named beside", "数据资源 d"),
      (.exposureOfBaseNet(exposure: "e", net: "beats"), "not by those of net beats", "网 beats"),
      (.noStateOfBatch(3), "batch 3 was not published, or taken back", "批次 3"),
      (.batchOfOther(3, dataset: "a", asked: "b"), "is of data set a, not of b", "不属于 b"),
      (.reportsHaveNoBatches(3), "no state as of batch 3", "批次 3"),
      (
        .unbalanced(RowBalance(total: 9, [.counted: 5, .unattached: 3])),
        "9 = 5 counted + 0 of another level + 0 of another generation + 3 unattached + 0 in quarantine",
        "9 = 计入 5 + 其他层级 0"
      ),
      (.notADate(text: "yesterday"), "'yesterday' is not a date", "不是日期"),
      (.emptyRange(from: "b", to: "a"), "from b to a has no day", "没有日期"),
    ] as [(HotSpotFault, String, String)])
  func `a question that cannot be answered says why`(
    fault: HotSpotFault, english: String, chinese: String
  ) {
    let wording = Words.wording(of: fault)

    #expect(wording.english.contains(english), "\(wording.english)")
    #expect(wording.chinese.contains(chinese), "\(wording.chinese)")
  }
}
