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

        Only what has changed since is assembled again; the result is the same as that of assembling all, \
        which happens where the rules are others, and with --whole.
        """,
        """
        规则目录中每类主体一个文件：由哪些数据资源描述、哪些行是同一主体、采信谁的值、何为冲突。全部在一个事务中写入。\
        不复制任何值：只保存行号，需要时在原行中打开。主体编号由标识信息经密钥摘要得出，长期不变。\
        需要用到地址和住房时，请先装载标准地址库。

        只重新归集此后有变化的部分，结果与全部归集相同；规则有变或加 --whole 时全部归集。
        """))
    package static let rules = Wording(
      "The folder of the rules; those that come with the program if omitted.",
      "规则目录；省略时用程序自带的规则。")
    package static let kinds = Wording(
      "Only subjects of this kind, such as person or firm; may be repeated.",
      "只处理此类主体，如 person 或 firm；可重复。")
    package static let whole = Wording(
      "Assemble all subjects, whatever has changed.", "不论有何变化，全部归集。")
    package static let digest = CommandHelp(
      Wording(
        "Say in one number per kind what its subjects and their queue are.",
        "以每类一个摘要说明主体及待审队列的内容。"),
      discussion: Wording(
        """
        The number is the SHA-256 of all that is known of them, with no number of a row or a batch and no \
        order of arrival: it is equal for the same rows, rules and decisions in any store.
        """,
        """
        摘要为主体全部内容的 SHA-256，不含行号、批次号和到达次序：行、规则和决定相同，则任何库中的摘要都相同。
        """))
    package static let asWhole = Wording(
      "What assembling all would give; nothing is kept of it.", "按全部归集的结果计算，不保存。")
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
      Wording("See and decide what waits for a decision.", "查看并决定待审事项。"))
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
    package static let show = CommandHelp(
      Wording(
        "Show one item with its rows, what they state, and what can be decided.",
        "查看一个事项的各行、其内容和可作的决定。"),
      discussion: Wording(
        """
        Values of persons are masked unless it is said what they are read for; such a read is written down.
        """,
        """
        未说明用途时，个人信息以掩码显示；说明用途的读取会被记录。
        """))
    package static let decide = CommandHelp(
      Wording(
        "Decide an item, and assemble its kind of subject again.", "决定一个事项，并重新归集该类主体。"),
      discussion: Wording(
        """
        A decision stands above every rule, and is bound to what the rows state now: where they state \
        something else later, it is stale, and the item waits again. The store keeps digests of it, no \
        value. The last decision of an item counts; `gewu review undo` takes one back.
        """,
        """
        决定高于一切规则，并与各行现有内容绑定：内容有变则决定过时，事项重新待审。库中只保存摘要，不保存值。\
        同一事项以最后的决定为准；可用 `gewu review undo` 撤回。
        """))
    package static let undo = CommandHelp(
      Wording(
        "Take a decision back: subjects are as if it had never been.", "撤回一个决定：主体恢复为未作决定时的状态。"))
    package static let export = CommandHelp(
      Wording(
        "Write a department's own rows that wait for a decision, as CSV.", "以 CSV 写出某部门自己的待审行。"),
      discussion: Wording(
        """
        One row for each of its rows in each item: the key of the row, the kind of conflict and the field. \
        Of other departments only the names of their data sets are told. Values and keys of persons are \
        masked without a purpose.
        """,
        """
        每个事项中该部门的每一行写一条：行键、冲突类别、字段。其他部门只写数据资源名。未说明用途时，个人信息以掩码显示。
        """))
    package static let item = Wording(
      "The key of the item: 32 hexadecimal digits, from `gewu review list --items`.",
      "事项编号：32 位十六进制数字，见 `gewu review list --items`。")
    package static let choice = Wording(
      "same (one subject), different (each row another one), or the number of the value that is right.",
      "same（同一主体）、different（各为不同主体），或正确值的序号。")
    package static let why = Wording(
      "Why it was decided so; name no person in it.", "决定的理由；勿写个人信息。")
    package static let until = Wording(
      "The last day on which the decision holds, such as 2026-12-31.", "决定有效的最后一天，如 2026-12-31。")
    package static let later = Wording(
      "Leave the subjects as they are; assemble them later, once for several decisions.",
      "暂不重新归集；可在多个决定之后一次归集。")
    package static let decision = Wording(
      "The number of the decision, as `gewu review show` has it.", "决定的序号，见 `gewu review show`。")
    package static let dataset = Wording(
      "The data set whose rows are written.", "要写出其行的数据资源。")
  }
}
