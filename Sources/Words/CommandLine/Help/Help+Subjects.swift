extension Help {
  package enum Subjects {
    package static let command = CommandHelp(
      Wording(
        "Assemble and list persons, households, homes, firms and things.",
        "归集和列出人员、家庭户、住房、单位和部件。"))
    package static let assemble = CommandHelp(
      Wording(
        "Assemble the subjects from the current rows of the data sets that the rules name.",
        "按规则从各数据资源的当前行归集主体。"),
      discussion: Wording(
        """
        A folder of rules has one file a kind of subject: which data sets tell of it, which rows are one \
        subject, whose value wins, what is a conflict. All is written in one transaction. No value is \
        copied: what is kept are the numbers of rows, and each value is opened in the row that states it. \
        A key is a keyed digest of what identifies the subject, and stays the same. Load the register of \
        addresses before, if homes and addresses are to count.
        """,
        """
        规则目录中每类主体一个文件：由哪些数据资源描述、哪些行是同一主体、采信谁的值、何为冲突。全部在一个事务中写入。\
        不复制任何值：只保存行号，需要时在原行中打开。主体编号由标识信息经密钥摘要得出，长期不变。\
        需要用到地址和住房时，请先装载标准地址库。
        """))
    package static let rules = Wording(
      "The folder of the rules; those that come with the program if omitted.",
      "规则目录；省略时用程序自带的规则。")
    package static let kinds = Wording(
      "Only subjects of this kind, such as person or firm; may be repeated.",
      "只处理此类主体，如 person 或 firm；可重复。")
    package static let list = CommandHelp(
      Wording("List subjects by their keys, without any value.", "按编号列出主体，不含任何值。"))
    package static let kind = Wording(
      "Only subjects of this kind, such as person or firm.", "只列此类主体，如 person 或 firm。")
    package static let after = Wording(
      "Only subjects whose key comes after this one.", "只列编号在此之后的主体。")
    package static let limit = Wording("Maximum number of subjects.", "最多列出的主体数。")
  }

  package enum Show {
    package static let command = CommandHelp(
      Wording(
        "Show what is known of one subject, and which row says it.",
        "查看一个主体的内容及其出处。"),
      discussion: Wording(
        """
        Values of persons are masked unless it is said what they are read for; such a read is written \
        down. An earlier key leads to what has come of it.
        """,
        """
        未说明用途时，个人信息以掩码显示；说明用途的读取会被记录。旧编号指向现在的主体。
        """))
    package static let key = Wording(
      "The key of the subject: 32 hexadecimal digits.", "主体编号：32 位十六进制数字。")
    package static let trace = Wording(
      "Name every row that the subject is made of.", "列出主体的每一行来源。")
    package static let purpose = Wording(
      "What the values are read for; they are then shown unmasked, and the read is written down.",
      "读取用途；给出后不加掩码显示，并记录本次读取。")
  }

  package enum Review {
    package static let command = CommandHelp(
      Wording("See what waits for a decision.", "查看等待决定的事项。"))
    package static let list = CommandHelp(
      Wording(
        "List conflicts of values, and rows that may be one subject, by groups or one by one.",
        "列出值冲突和疑似同一的行，按组或逐件。"))
    package static let kind = Wording(
      "Only of subjects of this kind, such as person or firm.", "只列此类主体的事项，如 person 或 firm。")
    package static let reason = Wording(
      "Only for this reason, kind of conflict or rule, such as candidate or owner-differs.",
      "只列此原因、冲突类别或规则，如 candidate 或 owner-differs。")
    package static let items = Wording(
      "List the items with their rows, not the groups.", "逐件列出及其行，不分组。")
    package static let after = Wording(
      "Only items of larger numbers.", "只列序号更大的事项。")
    package static let limit = Wording("Maximum number of items.", "最多列出的件数。")
  }
}
