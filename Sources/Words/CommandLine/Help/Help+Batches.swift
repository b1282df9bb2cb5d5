extension Help {
  package enum Batches {
    package static let command = CommandHelp(
      Wording("List, show, compare and roll back batches.", "列出、显示、比较和撤回批次。"))
    package static let list = CommandHelp(
      Wording("List the batches, latest first.", "列出批次，最近的在前。"))
    package static let show = CommandHelp(
      Wording(
        "Show one batch: its file, its manifest and its row counts.", "显示一个批次：文件、清单和各类行数。"))
    package static let dataset = Wording("Only batches of this data set.", "只限此数据资源的批次。")
    package static let limit = Wording("Maximum number of batches.", "最多列出的批次数。")
  }

  package enum BatchesDiff {
    package static let command = CommandHelp(
      Wording("Compare a data set after two of its batches.", "比较一个数据资源在两个批次之后的状态。"),
      discussion: Wording(
        """
        Shows +added ~changed =unchanged −removed, how many rows changed in each field, some of the \
        differences, the grids whose row count changed most, and the reasons of refused rows. \
        Sensitive values are masked.
        """,
        """
        给出 +新增 ~改变 =未变 −减少、各字段改变的行数、部分差异、行数变化最大的网格，以及问题数据的原因。\
        敏感值打码。
        """))
    package static let other = Wording(
      "Another batch of the same data set; default the previous one.", "同一数据资源的另一批次；不指定则为前一批次。")
  }

  package enum BatchesSource {
    package static let command = CommandHelp(
      Wording("Write the file of a batch as it came, out of the archive.", "从存档中写出一个批次的原始文件。"),
      discussion: Wording(
        """
        Also where the store is sealed, with its key. The content is proved before the file appears. A Shapefile is \
        written as its files, each with its own ending. What is personal in it is as it came: --purpose says what for, \
        and is kept in the store (table operation).
        """,
        """
        库已密封时凭密钥写出。内容核对无误后文件才出现。Shapefile 写为各个文件，各用原来的扩展名。\
        文件含个人信息原值：用途由 --purpose 说明，记入库中（operation 表）。
        """))
    package static let file = Wording("The file to write.", "要写入的文件。")
  }

  package enum BatchesRollback {
    package static let command = CommandHelp(
      Wording("Roll back a batch: restore its rows as they were before.", "撤回一个批次，各行恢复到此前的状态。"),
      discussion: Wording(
        """
        Everything happens in one transaction. Rows changed by a later batch are kept and counted, \
        and that batch is named: see them first with --dry-run. Nothing is deleted: the rolled-back \
        versions stay in the data set's table and are never current. The file can be imported again. \
        Subjects that were up to date before are brought up to date again, unless --later is given.
        """,
        """
        全部在一个事务中完成。后来被其他批次更改的行保留并计数，同时指明是哪个批次：可先用 --dry-run 查看。\
        不删除任何内容：撤回的版本仍在数据资源的表中，但不再是当前行。该文件可以再次导入。\
        撤回前已是最新的主体随即更新，除非加 --later。
        """))
    package static let dryRun = Wording(
      "Show what would be rolled back, and change nothing.", "只说明将撤回什么，不作改动。")
  }

  package enum BatchesDiscard {
    package static let command = CommandHelp(
      Wording("Discard the staged rows of an interrupted import.", "丢弃被中断的导入所暂存的行。"),
      discussion: Wording(
        """
        An interrupted import of a large file leaves rows staged but not published; running it again \
        resumes there. This frees their space instead. Published rows are not touched.
        """,
        """
        大文件的导入被中断后，留下已暂存而未发布的行；再次运行即由此继续。本命令则腾出其空间。已发布的行不受影响。
        """))
    package static let batch = Wording("The number of the staged batch.", "已暂存批次的编号。")
  }
}
