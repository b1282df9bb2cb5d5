extension Help {
  package enum Roster {
    package static let command = CommandHelp(
      Wording(
        "List and check who holds which post in the cells of a net.", "列出并检查一张网各单元的岗位。"),
      discussion: Wording(
        """
        Posts are the rows of data sets whose manifests have a block `posts`. A norm says how a net \
        is staffed; name one with --norm, or set it for good with `gewu nets set NET --roster NORM`. \
        Names and telephone numbers of holders are shown only where the manifest marks them public.
        """,
        """
        岗位来自清单中写有 posts 的数据资源。配备标准规定一张网如何配备人员：用 --norm 指定，\
        或用 `gewu nets set 网名 --roster 标准` 固定。只有清单标为公开的姓名和电话才会显示。
        """))
    package static let norm = Wording(
      "The norm: a name such as pukou, or a file (that of the net).",
      "配备标准：名称（如 pukou）或文件（默认用该网的标准）。")
    package static let at = Wording(
      "As of this day, YYYY-MM-DD (today).", "截至哪一天，格式 YYYY-MM-DD（默认为今天）。")
    package static let level = Wording("Only cells of this level.", "只看该层级的单元。")
  }

  package enum RosterList {
    package static let command = CommandHelp(
      Wording("List the posts of a net, held and vacant.", "列出一张网的岗位，包括空缺的。"))
  }

  package enum RosterCheck {
    package static let command = CommandHelp(
      Wording("Check the posts of a net against its norm.", "按配备标准检查一张网的岗位。"),
      discussion: Wording(
        """
        Finds posts that are vacant or whose term is over, held by several, too many, at a wrong level \
        or in an unknown cell. A vacant post whose norm lets a cell above stand in is no finding while \
        that one is held. Exit code 1 where anything is found.
        """,
        """
        查出空缺、任期已满、一岗多人、超员、层级不符和单元不存在的岗位。标准允许上级代管且上级在岗的，\
        不算问题。有问题时退出码为 1。
        """))
  }

  package enum RosterSign {
    package static let command = CommandHelp(
      Wording("Make the public notice of a grid as an A4 page.", "生成网格公示牌（A4 网页）。"),
      discussion: Wording(
        """
        An HTML page in Chinese and English: posts and duties, office numbers and a QR code that \
        opens the report page with the grid set. Only fields that the manifest marks public are on it.
        """,
        """
        中英文对照的网页：岗位与职责、办公电话，以及打开上报页面并填好网格的二维码。\
        只有清单标为公开的字段才会出现。
        """))
    package static let code = Wording("The code of the cell.", "单元的代码。")
    package static let address = Wording(
      "Where citizens reach the service.", "公众访问服务的地址。")
    package static let output = Wording(
      "The page to write; a dash means standard output.", "写入的文件；- 表示标准输出。")
    package static let level = Wording(
      "The level of the cell, if its code is on two levels.", "单元的层级；两个层级有同一代码时需要。")
  }
}
