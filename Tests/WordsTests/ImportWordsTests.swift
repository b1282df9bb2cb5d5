import Datasets
import Geometry
import Gewu
import Intake
import Projections
import Tabular
import Testing
import Words

@Suite struct ImportWordsTests {
  @Test func `a refusal says what is wrong, and the command line what to do`() {
    var report = ImportReport(dataset: "thing", file: "things.csv", status: .refused)
    report.refused = .errors(
      refused: 1, read: 2, limit: .share(0.05), mostOften: "type-integer")

    #expect(
      report.reasonOfRefusal
        == Wording(
          "1 of 2 rows have faults, more than the limit of 5% (most often: type-integer); nothing "
            + "was changed: correct the file, or raise the limit with --max-errors",
          "2 行中有 1 行有问题，超过限值 5%（最多的是 type-integer）；未作任何改动："
            + "请更正文件，或用 --max-errors 放宽"))
    report.refused = .shrink(retired: 40, share: 0.5, limit: 0.4, isDeclared: true)
    #expect(
      report.reasonOfRefusal?.english
        == "the load would retire 40 rows, 50% of the current ones, more than `maxShrink` (40%); "
        + "nothing was changed: is the file complete?")
  }

  @Test func `a refusal shows some of the rows that are the reason`() {
    var report = ImportReport(dataset: "thing", file: "things.csv", status: .refused)
    report.refused = .errors(refused: 9, read: 9, limit: .rows(3), mostOften: "type-integer")
    report.examples = [
      RefusedExample(
        line: 2,
        reason: Reason(
          code: .row(.typeInteger), field: "n", value: "x", arguments: [Argument("title", "No")]))
    ]
    #expect(
      report.reasonOfRefusal?.english
        == "9 of 9 rows have faults, more than the limit of 3 rows (most often: type-integer); "
        + "nothing was changed; for example line 2: No 'x': is not a whole number: correct the "
        + "file, or raise the limit with --max-errors")
    report.examples = []
    report.retiredExamples = ["A1", "A2"]
    report.refused = .shrink(retired: 999, share: 0.999, limit: 0.5, isDeclared: false)
    #expect(
      report.reasonOfRefusal?.english
        == "the load would retire 999 rows, 99.9% of the current ones, more than 50%, the limit "
        + "where the manifest has no `maxShrink`; nothing was changed; for example A1, A2: is the "
        + "file complete? If it is, say so in the manifest: `gewu: {thresholds: {maxShrink: 100%}}`"
    )
  }

  @Test func `the summary says the sheet or the encoding, the remarks, and what was left out`() {
    var report = ImportReport(dataset: "thing", file: "t.xlsx", status: .published)
    (report.sheet, report.encoding) = ("1月", "utf-8")
    report.remarks = ["date-sentinel": 3, "phone": 1]
    report.notes = [.sheetsLeftOut(["2月", "3月"])]
    let english = report.summary.english
    #expect(english.contains("\n  read from sheet '1月'\n"))
    #expect(english.contains("\n  left out: 2月, 3月, which have the same headings; name the sheet"))
    #expect(english.contains("\n  remarks: date-sentinel 3, phone 1"))
    #expect(report.summary.chinese.contains("\n  备注：date-sentinel 3、phone 1"))
    report.sheet = nil
    #expect(report.summary.english.contains("\n  read as utf-8"))
  }

  @Test func `a file whose positions lie far away is told which system fits`() {
    let example = PositionTally.Example(line: 2, position: "1.5,2.5", rule: 0)
    let misplaced = PositionTally.Misplaced(positions: 100, astray: 99, example: example)
    let best = CRSShare(crs: "wgs84", axes: "north-east", inside: 1, within: nil)
    var report = ImportReport(dataset: "thing", file: "things.csv", status: .refused)

    report.refused = .misplaced(misplaced, system: "EPSG:4326", best: best)

    #expect(
      report.reasonOfRefusal
        == Wording(
          "99 of the first 100 positions are not near the district when read as EPSG:4326 "
            + "(line 2: 1.5,2.5); read as wgs84 with the two ordinates exchanged, 100.0% of the "
            + "file's lie in it; nothing was changed: correct `gewu.location` in the manifest, or "
            + "load the rows into quarantine with --max-errors 100%",
          "按 EPSG:4326 读取时，前 100 个坐标中有 99 个不在辖区附近（第 2 行：1.5,2.5）；"
            + "按 wgs84 并交换两轴读取时 100.0% 落在辖区；未作任何改动："
            + "请更正清单中的 gewu.location，或用 --max-errors 100% 把这些行装入问题数据"))
    report.refused = .misplaced(misplaced, system: nil, best: nil)
    #expect(
      report.reasonOfRefusal?.english.contains("the file's own reference system (line 2") == true)
    #expect(report.reasonOfRefusal?.english.contains("is it another district's file?") == true)
  }

  @Test func `an unknown accuracy says what can be given, and the command line by which option`() {
    let error = CoordinateTransformError.unknownAccuracy(
      from: .epsg(4214), to: .wgs84, hasOthers: true)
    let words = Words.wording(of: error)
    #expect(
      words.english.hasPrefix(
        "between EPSG:4214 and EPSG:4326 no transformation is published for where the positions are"
      ))
    for way in ["+towgs84=", "+nadgrids=", "+accuracy="] {
      #expect(words.english.contains(way) && words.chinese.contains(way))
    }
    #expect(Hints.hint(for: error)?.english.contains("--accept-accuracy METRES") == true)
    #expect(
      ImportNote.inexact(metres: 2).wording
        == Wording(
          "the positions may be 2 m off: their datum was changed", "坐标经过基准转换，误差可能达 2 米"))
  }

  @Test func `a survey gives the figures and asks for a decision`() {
    let share = CRSShare(crs: "gcj02", axes: "east-north", inside: 1, within: 1)
    let words = ImportRefusal.undecidedCRS(positions: 40, shares: [share]).wording

    #expect(
      words.english
        == "`crs: auto` decides nothing; of 40 positions crs: gcj02: 100.0% inside the district, "
        + "100.0% in the cell that the row names; choose one in the manifest, for example "
        + "`crs: gcj02`")
    #expect(words.chinese.contains("请在清单中选定，例如 crs: gcj02"))
    let none = ImportRefusal.undecidedCRS(positions: 1, shares: []).wording
    #expect(none.english.contains("no reading puts any of the 1 positions into the district"))
  }

  @Test(arguments: [
    (ImportNote.superseded(by: 7), "it is superseded by batch 7, which stands"),
    (
      .quotedLines(QuotedLines(values: 3, likeRows: 0, firstLine: 8)),
      "3 values in quotes go over several lines, the first from line 8"
    ),
    (
      .quotedLines(QuotedLines(values: 3, likeRows: 1, firstLine: 8)),
      "1 values in quotes, the first by line 8, hold whole rows of the file, as if a quote were not "
        + "closed: look whether rows are missing, and write `quoteChar: \"\"` in the manifest's dialect "
        + "where quotes are characters as any"
    ),
    (
      .differing(DifferingDuplicates(lines: [4, 9, 12, 13, 14, 15]), counts: .first),
      "6 rows repeat the key of an earlier row with other content, and only the first row of a key was "
        + "kept: lines 4, 9, 12, 13, 14, …; check the key, or let `dedupe: error` refuse them"
    ),
    (
      .intoPast(period: "2026-09"),
      "loaded into the past as the state of 2026-09; what is current is as it was"
    ),
    (
      .sparedLikeRefused(rows: 2, mistyped: 3),
      "2 rows that the file does not have were not retired: each is like one of 3 refused rows whose "
        + "key fails its check, and may be the same with a typing error"
    ),
  ])
  func `notes say what stands, what went into the past and who was spared`(
    note: ImportNote, text: String
  ) {
    #expect(note.wording.english == text)
  }

  @Test func `a file older than what stands names both times and the batch`() {
    let refusal = ImportRefusal.older(period: "2026-09", standing: "2026-10", batch: 4)
    #expect(
      refusal.wording.english
        == "the file is of 2026-09, and 2026-10 stands (batch 4); nothing was changed")
    #expect(refusal.commandLineHint?.english.contains("--as-history") == true)
  }

  @Test func `notes say where a load went on, what was discarded and what was spared`() {
    var report = ImportReport(dataset: "thing", file: "things.csv", status: .published)
    report.notes = [.resumed(afterRows: 7), .spared(rows: 1, keyless: 2)]

    #expect(
      report.stageNote
        == Wording(
          "resumed at row 8: the rows before it were staged by an interrupted load; "
            + "1 rows that the file does not have were not retired: the key of 2 refused rows "
            + "cannot be read, and they may be among them",
          "从第 8 行继续：之前的行已由中断的装载暂存；"
            + "文件中没有的 1 行未注销：有 2 条问题数据无法读取主键，可能就是其中的行"))
    for why in StageDifference.allCases {
      let words = ImportNote.discarded(rows: 3, file: "a.csv", why).wording
      #expect(words.english.contains("(\(why.wording.english))"))
      #expect(words.chinese.contains("（\(why.wording.chinese)）"))
    }
  }

  @Test func `an interruption tells how to go on`() {
    let interruption = ImportInterrupted(path: "a.csv", batch: 1, rows: 7)

    #expect(
      Words.wording(of: interruption)
        == Wording(
          "a.csv: interrupted after 7 rows, which are staged as batch 1; nothing is published",
          "a.csv：已中断，前 7 行暂存为批次 1，尚未发布"))
    #expect(
      interruption.commandLineHint.english
        == "run the same command to go on, or `gewu batches discard 1`")
  }

  @Test func `files that cannot be imported are told why, and the command line what to do`() {
    #expect(
      Words.wording(of: ImportFault.notStaged(1, .published)).english
        == "batch 1 is published, not staged")
    #expect(
      Hints.hint(for: ImportFault.notStaged(1, .published))?.english
        == "a published one is taken back with `gewu batches rollback 1`")
    #expect(
      Words.wording(of: ImportFault.noLevel("block", manifest: "t.yaml", levels: ["town", "grid"]))
        .chinese == "t.yaml：gewu.location：启用的边界版本没有层级“block”；其层级为 town、grid")
    #expect(
      Words.wording(of: ImportFault.outdated(batch: 1, successor: 2)).english
        == "the open refused rows of batch 1 are out of date: the full load 2 followed; nothing "
        + "was changed")
  }

  @Test func `a reference system that cannot be used is named, with why`() {
    #expect(
      Words.wording(of: CoordinateTransformError.unknownCRS(.epsg(999_999), .noSuchCode)).english
        == "EPSG:999999 is not a coordinate reference system that PROJ knows (no such code in its "
        + "registry); give EPSG:n (for example EPSG:4490), wgs84, cgcs2000, gcj02, bd09, or a definition "
        + "(well-known text or +proj=…)")
    #expect(
      Words.wording(of: CoordinateTransformError.noDatabase).chinese
        == "找不到 PROJ 的数据库 proj.db；请安装 proj-data，或设置 PROJ_DATA")
  }
}
