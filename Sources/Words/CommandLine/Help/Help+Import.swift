extension Help {
  package enum Import {
    package static let command = CommandHelp(
      Wording("Import tables and attach their rows to the grids.", "导入表格，并使各行落格。"),
      discussion: Wording(
        """
        The data set of a file is found from its name, by the manifests, or named with --dataset. \
        Each file is one batch: it is published as a whole in one transaction, or not at all. Rows of \
        a large file are staged first; run an interrupted import again and it resumes where it \
        stopped. A copy of each file is kept beside the store, in STORE-files. Every row is accounted \
        for: read = inserted + updated + unchanged + duplicate + quarantined + blank. A file that \
        was published with the same manifest and not rolled back is left alone, even if another one \
        has followed it, unless --force is given.

        Files of a full data set stand in the order of their periods. A period comes from the file \
        name (202609, 2026-09, 2026年9月, 9月), from the manifest's `period`, or from --period. Of \
        several files the earliest period is loaded first; a file older than what stands is refused, \
        or goes into the past with --as-history. A row that is missing from a full file is not retired \
        where a refused row of the file may be the same row with a mistyped key.

        Of a folder, pictures, documents and lock files of spreadsheet programs are left out. A .zip or \
        .gz of one table is opened.

        Subjects that were up to date before are brought up to date again after the last file, unless \
        --later is given; where that fails, what was imported stays.

        With several files a table of them follows; --json writes one line per file. A file that \
        cannot be read does not stop the others, nor does a reader of the output that goes away.

        Exits with 3 if rows were quarantined, with 4 if a whole file was refused.
        """,
        """
        文件属于哪个数据资源，由清单按文件名认定，或用 --dataset 指明。每个文件是一个批次：\
        在一个事务中整体发布，否则完全不发布。大文件的行先暂存；导入被中断后，再次运行即从中断处继续。\
        每个文件的副本保存在库旁的 STORE-files 目录。每一行都有着落：\
        读取 = 新增 + 更新 + 未变 + 重复 + 问题 + 空行。已按同一清单发布且未撤回的文件不再处理，其后又有新文件也是如此，除非加 --force。

        全量数据资源的文件按所属时期先后为准。时期取自文件名（202609、2026-09、2026年9月、9月）、清单的 \
        `period`，或 --period。多个文件从最早的时期装起；早于现行数据的文件被拒绝，或用 --as-history 存入历史。\
        全量文件中缺少的行，如可能就是某条主键录入有误的问题数据，则不注销。

        指定目录时，略过图片、文档和电子表格的锁文件。只含一张表的 .zip 或 .gz 会自动打开。

        导入前已是最新的主体，在最后一个文件之后随即更新，除非加 --later；更新失败时，已导入的内容保留。

        导入多个文件时，最后列出一张表；--json 则每个文件一行。读不了的文件不影响其他文件，输出的读者离开也不影响导入。

        有行成为问题数据时退出码为 3，整个文件被拒时为 4。
        """))
    package static let paths = Wording("Files or folders.", "文件或目录。")
    package static let dataset = Wording(
      "The data set of the files; default found from their names.", "文件所属的数据资源；不指定则按文件名认定。")
    package static let maxErrors = Wording(
      "Refuse a file with more errors than this: a row count or a percentage such as 5%.",
      "错误超过此限值则拒绝整个文件：行数，或百分比如 5%。")
    package static let force = Wording(
      "Re-import a file even if this manifest has already loaded it.", "即使此清单已装载过该文件，也重新导入。")
    package static let period = Wording(
      "What time the files are about: 2026, 2026-Q3, 2026-09 or 2026-09-30.",
      "文件所属的时期：2026、2026-Q3、2026-09 或 2026-09-30。")
    package static let asHistory = Wording(
      "Load a file older than what stands into the past instead of refusing it.",
      "早于现行数据的文件存入历史，而不是拒绝。")
    package static let noArchive = Wording(
      "Keep no copy of the files beside the store.", "不在库旁保存文件副本。")
    package static let summary = Wording(
      "Write a JSON summary of the run to this file.", "把本次运行的 JSON 摘要写入此文件。")
  }

  package enum Attach {
    package static let command = CommandHelp(
      Wording(
        "Re-attach rows and reports to the active generation.", "使各行和上报重新落格到启用的版本。"),
      discussion: Wording(
        """
        After a new generation becomes active, rows keep their grid until they are re-attached. Only \
        rows whose grid changes are written, one transaction per data set; the view earlier_grid \
        keeps the previous grids.
        """,
        """
        新版本启用后，各行保留原来的网格，直到重新落格。只改写网格有变的行，每个数据资源一个事务；\
        视图 earlier_grid 保存从前的网格。
        """))
    package static let dataset = Wording("Only the rows of this data set.", "只限此数据资源的行。")
    package static let all = Wording(
      "The rows of all data sets, and the reports.", "所有数据资源的行，以及上报。")
  }
}
