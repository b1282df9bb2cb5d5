extension Help {
  package enum Quarantine {
    package static let command = CommandHelp(
      Wording("List, export, replay and discard quarantined rows.", "列出、导出、重试和放弃问题数据。"))
    package static let batch = Wording("Only rows of this batch.", "只限此批次的行。")
    package static let dataset = Wording("Only rows of this data set.", "只限此数据资源的行。")
  }

  package enum QuarantineList {
    package static let command = CommandHelp(
      Wording(
        "List quarantined rows: their place in the file and every reason.",
        "列出问题数据：在文件中的位置和全部原因。"),
      discussion: Wording(
        """
        Only open rows, with the values at fault, masked where they are personal. With --json and --purpose \
        each row comes as it stood in the file too (raw); what it was read for is kept in the store. \
        With --by reason: row counts per data set and reason.
        """,
        """
        只列待处理的行及出错的值，个人信息作脱敏。同时用 --json 和 --purpose 时，另给出各行在文件中的原文（raw），\
        用途记入库中。\
        用 --by reason 则给出每个数据资源每种原因的行数。
        """))
    package static let by = Wording(
      "One line per row, or one per reason: row, reason.", "每行一条，或每种原因一条：row、reason。")
    package static let limit = Wording("Maximum number of rows.", "最多列出的行数。")
    package static let purpose = Wording(
      "What the rows as they came are read for (with --json).", "读取各行原文的用途（与 --json 同用）。")
    package static let offset = Wording("Number of rows to skip first.", "先跳过的行数。")
  }

  package enum QuarantineExport {
    package static let command = CommandHelp(
      Wording(
        "Export quarantined rows in the department's own layout, for correction.",
        "按部门原有格式导出问题数据，供更正。"),
      discussion: Wording(
        """
        The file has the department's columns with their original values, then the reasons and each \
        row's number (gewu_id), by which `gewu quarantine replay --file` recognises the corrected \
        row. It contains personal data: send it only to the department that the rows are from. --purpose \
        says what for, and is kept in the store (table operation) with the number of rows.
        """,
        """
        文件先是部门的各列原值，然后是原因和每行的编号（gewu_id）；更正之后，\
        `gewu quarantine replay --file` 凭编号识别各行。文件含个人信息：只可发给数据来源部门。\
        用途由 --purpose 说明，与行数一并记入库中（operation 表）。
        """))
    package static let file = Wording("The file: .xlsx or .csv.", "文件：.xlsx 或 .csv。")
    package static let language = Wording(
      "The language of the reasons: zh, en; default that of the command.",
      "原因所用的语言：zh、en；不指定则与命令相同。")
  }

  package enum QuarantineReplay {
    package static let command = CommandHelp(
      Wording(
        "Retry quarantined rows: after a rule or code table changed, or as corrected.",
        "重试问题数据：规则或代码表更改之后，或更正之后。"),
      discussion: Wording(
        """
        The rows of each batch are read again by the current manifests, as a batch of their own with \
        full accounting: read = inserted + updated + unchanged + duplicate + quarantined + blank. Rows \
        that fail again stay open under their number, with their new reasons. Rows as originally \
        received never replace rows of later batches.

        With --file the rows come from a file that a department has corrected: one that `gewu \
        quarantine export` wrote, or one in the department's own layout, whose rows are identified by \
        their keys.

        Exits with 3 if rows were refused again.
        """,
        """
        每个批次的行按现行清单重新读取，自成一个批次，账目完整：\
        读取 = 新增 + 更新 + 未变 + 重复 + 问题 + 空行。再次不合格的行以原编号待处理，并附新的原因。\
        原样重试的行绝不取代后来批次的行。

        用 --file 则各行来自部门更正后的文件：`gewu quarantine export` 写出的文件，或部门自己格式的文件，\
        后者按主键识别各行。

        有行再次被拒时退出码为 3。
        """))
    package static let file = Wording("A file with the corrected rows.", "含更正后各行的文件。")
  }

  package enum QuarantineDiscard {
    package static let command = CommandHelp(
      Wording("Discard quarantined rows, recording why.", "放弃问题数据，并记下原因。"),
      discussion: Wording(
        "Nothing is deleted: the rows stay with their reasons and yours.",
        "不删除任何内容：各行连同其原因和您给出的理由一并保留。"))
    package static let numbers = Wording(
      "Row numbers (gewu_id); otherwise --batch or --dataset.",
      "行的编号（gewu_id）；否则用 --batch 或 --dataset。")
    package static let reason = Wording("Why they will not be corrected.", "为何不再更正。")
  }
}
