extension Help {
  package enum Profile {
    package static let command = CommandHelp(
      Wording(
        "Count and show what each cell has: people, households, homes, firms, components, hazards.",
        "统计和查看各单元的人口、户、住房、单位、部件和隐患。"))
    package static let count = CommandHelp(
      Wording(
        "Count what each cell of every net has, and keep the counts.", "对各网的单元计数并保存。"),
      discussion: Wording(
        """
        Counts the subjects as they were assembled last; a file of rules says what the columns are. Each \
        counts in the lowest cell that is sure; where only a cell above is, it stands there as not placed, \
        and is never dealt out. Another count of the same day replaces the one before.
        """,
        """
        按最近一次归集的主体计数，列由规则文件规定。每个主体计入能够确定的最低一级单元；\
        只能确定上级单元的，计在上级并列为未落格，绝不分摊。同一天再次计数会替换原有计数。
        """))
    package static let rules = Wording(
      "The file of rules; the one that comes with the program if omitted.",
      "规则文件；省略时用程序自带的规则。")
    package static let countAt = Wording(
      "As of this day: who lives there and how old; today if omitted.",
      "以这一天为准（居住与年龄）；省略为今天。")
    package static let show = CommandHelp(
      Wording(
        "Show what a cell has, or all cells of a level.", "查看一个单元或一个层级全部单元的概况。"),
      discussion: Wording(
        """
        Small counts that sensitive data tell of are withheld unless it is said what they are read for; \
        such a read is written down.
        """,
        """
        未说明用途时，涉及敏感数据的小数目不显示；说明用途的读取会被记录。
        """))
    package static let code = Wording(
      "The code of a cell; all cells if omitted.", "单元编码；省略为全部单元。")
    package static let at = Wording(
      "As of the last day counted that is not after this one.", "以不晚于此日的最近一次计数为准。")
    package static let level = Wording("Only cells of this level.", "只列此层级的单元。")
    package static let column = Wording(
      "Only the counts of this column; may be given several times.", "只列此列的数目；可多次给出。")
    package static let format = Wording("table, csv or json.", "table、csv 或 json。")
    package static let purpose = Wording(
      "What the counts are read for; all are then shown, and the read is written down.",
      "读取用途；给出后全部显示，并记录本次读取。")
  }
}
