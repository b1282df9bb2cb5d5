import Tabular
import Testing

@testable import Datasets
@testable import Words

@Suite struct `The words of manifests` {
  private static let faults: [(ManifestFault, String, String)] = [
    (
      .unknownKey("feilds", suggestion: "fields", known: ["name", "fields"]),
      "unknown key `feilds`; did you mean `fields`?", "未知的键 feilds；是否应为 fields？"
    ),
    (
      .unknownKey("x", suggestion: nil, known: ["name", "fields"]),
      "unknown key `x`; known here: name, fields", "未知的键 x；此处可用：name、fields"
    ),
    (
      .notOneOf("north", known: ["east-north", "north-east"], suggestion: nil),
      "`north` is not one of east-north, north-east", "“north”不在 east-north、north-east 之中"
    ),
    (
      .notOneOf("cn.residentid", known: ["cn.resident-id"], suggestion: "cn.resident-id"),
      "`cn.residentid` is not one of cn.resident-id; did you mean `cn.resident-id`?",
      "“cn.residentid”不在 cn.resident-id 之中；是否应为 cn.resident-id？"
    ),
    (
      .notAMapping(known: ["x", "y"]), "must be a mapping of keys (x, y, …)", "必须是键值映射（x、y……）"
    ),
    (.needs(["field", "level"]), "needs `field` and `level`", "需要 field 和 level"),
    (
      .coordinatesIncomplete,
      "needs `x`, `y` and `crs` (EPSG:n, wgs84, cgcs2000, gcj02 or bd09); a system is never guessed",
      "需要 x、y 和 crs（EPSG:n、wgs84、cgcs2000、gcj02 或 bd09）；坐标系从不猜测"
    ),
    (
      .noField("kinds", suggestion: "kind"), "there is no field `kinds`; did you mean `kind`?",
      "没有字段 kinds；是否应为 kind？"
    ),
    (
      .appendWithKey,
      "`append` takes no key, but `primaryKey` names one; say incremental or full",
      "append 不使用主键，而 primaryKey 已指定；请改为 incremental 或 full"
    ),
    (
      .badFormat("%m/%d", .noYear),
      "`%m/%d`: names no year; write a pattern such as %Y-%m-%d or %d/%m/%Y %H:%M:%S",
      "“%m/%d”无法识别；请写成 %Y-%m-%d 或 %d/%m/%Y %H:%M:%S 这样的格式"
    ),
    (
      .reservedName("id"),
      "`id` is the name of a column that every table has; choose another and give the heading under "
        + "`gewu: {aliases: […]}`", "“id”是每个表都有的列名；请另取字段名，并在 gewu 的 aliases 中写表头"
    ),
    (
      .badDataset("Fire Hydrant"),
      "`Fire Hydrant` cannot identify a data set: use lower-case letters, digits, - and _, a letter "
        + "first, and put the full name into `title`",
      "“Fire Hydrant”不能作为数据资源标识：请用小写字母、数字、- 和 _，以字母开头，全称写在 title"
    ),
    (
      .partitionWithoutLoad, "is for `load: partition`; say so, or leave it out",
      "只用于 load: partition；请设置或删除"
    ),
    (
      .noPartitionFields,
      "`partition` needs the fields that tell the partitions apart: `partition: [month]`",
      "partition 需要指定划分分区的字段：partition: [month]"
    ),
    (
      .unorderedHeaderRows, "must name rows in ascending order: [1] or [2, 3]",
      "必须按升序列出行号，如 [1] 或 [2, 3]"
    ),
    (
      .sheetNamedTwice, "names a sheet that `sheetName` names already; keep one of them",
      "与 sheetName 重复指定工作表；请只保留一个"
    ),
    (
      .keyExcluded(field: "month"), "field `month` is part of the key, which always counts",
      "字段 month 是主键的一部分，不能排除"
    ),
    (.notDays, "must be a number of days such as 40d", "必须是天数，如 40d"),
    (.warnAfterError, "`warn` must come before `error`", "warn 不能晚于 error"),
    (.sensitivityOutOfRange, "must be 1, 2, 3 or 4, the most sensitive", "必须是 1 至 4,4 为最敏感"),
    (.notAShare(example: "5%"), "must be a share such as 5%", "必须是百分比，如 5%"),
    (.noSubject, "needs a `subject`", "需要 subject"),
    (.maskedWithoutCheck, "is for fields with a `check`", "只用于有 check 的字段"),
    (
      .sentinelsAreForDates, "sentinels are for dates; use `missingValues`",
      "sentinels 只用于日期；请用 missingValues"
    ),
    (
      .positionNotAlone,
      "`geometry` and `crs: auto` cannot stand beside another position; keep one of them",
      "geometry 和 crs: auto 不能与其他坐标规则并列；请只保留一个"
    ),
    (
      .geometryIncomplete,
      "needs `type` (point, line or polygon) and `crs` (file, EPSG:n, …)",
      "需要 type（point、line 或 polygon）和 crs（file、EPSG:n 等）"
    ),
    (
      .subjectNeedsKey(.report), "subject `report` needs `primaryKey: [external_id]`",
      "主题 report 需要 primaryKey: [external_id]"
    ),
  ]

  @Test(arguments: faults)
  func `say what is wrong and what to do`(
    _ fault: ManifestFault, _ english: String, _ chinese: String
  ) {
    #expect(fault.wording == Wording(english: english, chinese: chinese))
  }

  @Test func `say where it is first`() {
    let error = DatasetsError(
      path: "a.yaml", line: 28, place: "gewu.freshness", .manifest(.warnAfterError))

    #expect(
      Words.wording(of: error)
        == Wording(
          "a.yaml:28: gewu.freshness: `warn` must come before `error`",
          "a.yaml:28: gewu.freshness：warn 不能晚于 error"))
  }

  private func said(_ fact: DatasetsError.Fact) -> [String] {
    [fact.wording.english, fact.wording.chinese]
  }

  /// A line of which the first text is known.
  private func seen(_ headings: [String]) -> SeenHeadings {
    SeenHeadings(headings, known: Set(headings.prefix(1)), expected: 4)
  }

  @Test func `say of a header what was found`() {
    #expect(
      said(.header(.missing(["phone", "home"], header: seen(["序号", "电话"])))) == [
        "lacks the columns phone, home (it has: \"序号\", \"电话\"); is it the right file? If it is, "
          + "add its headings to the fields' aliases",
        "缺少列：phone、home（现有：“序号”、“电话”）；请确认文件是否正确，若正确请把表头加入字段的 aliases",
      ])
    #expect(
      said(.header(.malformed(row: 2, .tooManyFields))) == [
        "its header in row 2 has more columns than are read (65,536); export those that are needed, or "
          + "correct the delimiter", "第 2 行的表头的列数超过可读取的上限（65,536 列）；请只导出需要的列，或更正分隔符",
      ])
    #expect(
      said(.header(.malformed(row: 1, .unterminatedQuote))) == [
        "its header in row 1 has a quoted field that does not end, or is longer than 16 MiB; correct its "
          + "quotes", "第 1 行的表头有引号未闭合的字段，或其长度超过 16 MiB；请改正引号",
      ])
    #expect(
      said(.header(.noHeader(row: 2))) == [
        "has no header in row 2; correct `dialect` in the manifest, or export it again",
        "第 2 行没有表头；请更正清单的 dialect 或重新导出",
      ])
    #expect(
      said(.header(.repeated(field: "no", columns: [1, 2])))[0]
        == "has field `no` 2 times (columns 1, 2); say which one with `gewu: {column: n}`")
    #expect(
      said(.header(.claimedTwice("名称", "a", "b"))) == [
        "has a column \"名称\" that is a name of both field `a` and field `b`; correct their aliases",
        "表头“名称”同时是字段 a 和 b 的名称；请更正 aliases",
      ])
    #expect(
      said(.header(.cutNameOfSeveral("网格编码字", fields: ["code", "number"])))[0]
        == "has a column \"网格编码字\", which is the cut name of several fields (code, number); add the "
        + "headings of the file to their aliases")
    #expect(
      said(.header(.oneColumn(delimiter: "\t"))) == [
        "has one column only; it seems to be divided by a tab: set `dialect: {delimiter: \"\\t\"}` in "
          + "the manifest", "只有一列；分隔符似乎是“\\t”：请在清单的 dialect 中设置 delimiter",
      ])
    #expect(
      said(.header(.foreignHeading("x", field: "v", column: 3)))[0]
        == "column 3 is headed \"x\", which is not a name of field `v`; correct `column`, or add the "
        + "heading to its aliases")
  }

  @Test func `say of a file as a whole why it is not taken`() {
    #expect(
      said(.file(.noReferenceSystem))[0].contains(
        "is `file`, but the file names no reference system"))
    #expect(
      said(.file(.otherShape(rows: 100, width: 5)))[0]
        == "the first 100 rows have another number of fields than the header (5); is the delimiter "
        + "or the header row right?")
    #expect(said(.file(.wouldRetireAll))[0].hasPrefix("has no data rows, and a full load"))
    #expect(said(.file(.noSampleRows))[1] == "没有数据行，无法起草清单；请提供更完整的样本")
    #expect(
      said(.file(.tableTaken(dataset: "a_b", other: "a-b")))[1]
        == "数据资源 a_b 与 a-b 会共用一张表（- 与 _ 不作区分），未作任何改动；请给其中之一改名")
  }

  @Test func `leave commands and options to the hints of the command line`() {
    let facts: [(DatasetsError.Fact, String, String)] = [
      (
        .folder(.notEnabled(dataset: "d")), "is data set d, which is not enabled",
        "where there is a lawful reason to load it, say --dataset d"
      ),
      (.folder(.noFolder), "there is no such folder of manifests", "name one with --manifests"),
      (
        .folder(.unclaimed(folder: "m")), "no manifest in m names this file",
        "say which data set it is with --dataset"
      ),
      (
        .folder(.claimedBySeveral(["a", "b"])), "several data sets claim this file (a, b)",
        "choose one with --dataset"
      ),
      (
        .file(.noOpenRow(column: "gewu_id", dataset: "thing")),
        "no row of it stands for an open refused row of thing; nothing was changed: keep the column "
          + "`gewu_id` that the export wrote", "or import the file with `gewu import`"
      ),
    ]
    for (fact, sentence, hint) in facts {
      #expect(fact.wording.english == sentence)
      #expect(Hints.hint(for: DatasetsError(path: "p", fact))?.english == hint)
    }
    #expect(Hints.hint(for: DatasetsError(path: "p", .wouldRetireAll)) == nil)
  }

  @Test func `say of a finding where it is and how grave`() {
    let finding = ManifestFinding(
      path: "a.yaml", line: 3, severity: .error,
      fact: .unprotected(field: "a", check: "cn.resident-id"))

    #expect(
      finding.text.english
        == "a.yaml:3: error: field `a` holds what cn.resident-id checks and is not protected; add "
        + "`gewu: {sensitive: personal}`")
    let shared = ManifestFinding(
      path: "b.yaml", line: nil, severity: .error,
      fact: .sharedFile("人口2026.csv", other: "a.yaml"))
    #expect(
      shared.text
        == Wording(
          "b.yaml: error: a file named '人口2026.csv' would be one of a.yaml, too; make the patterns "
            + "under `files` differ",
          "b.yaml：错误：文件 人口2026.csv 也会匹配 a.yaml；请区分 files 中的模式"))
  }

  @Test func `write a draft's evidence as comments`() throws {
    let sample = """
      人员名单,,,
      编号,身份证号,登记日期,经度
      0571,990101199001010019,2024/01/05,120.1
      0571,990101199001010035,2024/01/06,120.2
      合计,2,,
      """
    let file = try DelimitedFile(
      TextFile(file: FileBytes(path: "人员 2026.csv", copying: Array(sample.utf8))))

    let draft = try ManifestDraft(
      file, dataset: "people", words: { $0.map(\.wording).joined().english })

    #expect(
      draft.yaml == """
        # A proposal from 人员 2026.csv: 2 data rows.
        # Read it, correct it, remove the comments, and try it: gewu import FILE --dry-run
        # the 1 row(s) above row 2 look like titles
        name: "people"
        title: "people"
        encoding: utf-8
        dialect: {headerRows: [2]}
        fieldsMatch: subset
        primaryKey: [column_2]
        fields:
          # 2 of 2 values begin with a zero: text; at most 4 characters
          - {name: column_1, gewu: {title_zh: "编号", aliases: ["编号"]}}
          # 2 of 2 values are valid resident identity numbers; every row has a value of its own; at \
        most 18 characters
          - {name: column_2, constraints: {required: true}, gewu: {title_zh: "身份证号", aliases: \
        ["身份证号"], check: cn.resident-id, sensitive: personal}}
          # 2 values as %Y/%m/%d; every row has a value of its own
          - {name: column_3, type: date, format: "%Y/%m/%d", gewu: {title_zh: "登记日期", aliases: \
        ["登记日期"]}}
          # from 120.1 to 120.2; every row has a value of its own
          - {name: column_4, type: number, gewu: {title_zh: "经度", aliases: ["经度"]}}
        gewu:
          dataset: "people"
          files: ["人员 2026.csv"]
          load: incremental
          footer: ["合计"]
          thresholds: {maxErrors: 5%, maxShrink: 30%}

        """)
    #expect(
      draft.questions.map(\.wording.chinese) == [
        "每个文件是全量（load: full）还是只含新增和变更的行？",
        "请为这些字段取英文名：column_1（编号）、column_2（身份证号）、column_3（登记日期）、column_4（经度）",
      ])
  }
}
