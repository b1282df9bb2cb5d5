extension Help {
  package enum Nets {
    package static let command = CommandHelp(
      Wording("List, add, change and compare the nets of cells.", "列出、增加、更改和比较单元网。"),
      discussion: Wording(
        """
        A net is a coverage with its own levels, generations and code grammar: the base grids, \
        police beats, school districts. The net 'base' always exists and is used unless --net names \
        another.
        """,
        """
        网是有自己的层级、版本和编码规则的一套覆盖：基础网格、警务区、学区。名为“base”的网总是存在，\
        不以 --net 另行指定时就用它。
        """))
    package static let title = Wording("Display name.", "显示名称。")
    package static let titleChinese = Wording("Display name in Chinese.", "中文显示名称。")
    package static let codes = Wording(
      "The code grammar: free, unit-grid-15, social-governance-15 or cjt349-20.",
      "编码规则：free、unit-grid-15、social-governance-15 或 cjt349-20。")
    package static let list = CommandHelp(
      Wording("List the nets with their levels and active generations.", "列出各网及其层级和启用的版本。"))
  }

  package enum NetsAdd {
    package static let command = CommandHelp(
      Wording("Add a net with its own levels.", "增加一张有自己层级的网。"))
    package static let name = Wording("The name, such as police.", "网名，如 police。")
    package static let levels = Wording(
      "Comma-separated names of its levels, top first.", "各层级名，自上而下，以逗号分隔。")
  }

  package enum NetsSet {
    package static let command = CommandHelp(
      Wording(
        "Change a net's titles, code grammar and norms.", "更改一张网的名称、编码规则、户数标准和人员配备标准。"),
      discussion: Wording(
        "Codes already loaded are not checked again.", "已装载的代码不再检查。"))
    package static let urbanHouseholds = Wording(
      "Maximum households per urban grid.", "城市网格的户数上限。")
    package static let ruralHouseholds = Wording(
      "Maximum households per rural grid.", "农村网格的户数上限。")
    package static let roster = Wording(
      "How it is staffed: a norm such as pukou, a file, or none for the standard.",
      "人员配备标准：名称（如 pukou）、文件，或 none（恢复默认）。")
    package static let name = Wording("The name of the net.", "网名。")
  }

  package enum NetsCrosswalk {
    package static let command = CommandHelp(
      Wording("Show how the cells of one net overlap those of another.", "说明两张网的单元如何重叠。"),
      discussion: Wording(
        """
        One row per pair of cells that overlap, with the amount and its share of each cell. An empty \
        code means outside every cell of that net. Areas are square metres on the ellipsoid; \
        households and people are the current rows, with a position, of a data set with that subject.
        """,
        """
        每对有公共部分的单元一行，给出数量及其在两个单元中各占的比例。代码为空表示不在该网的任何单元内。\
        面积为椭球面上的平方米；户数和人数为相应主题的数据资源中有位置的当前行。
        """))
    package static let from = Wording("First net.", "第一张网。")
    package static let to = Wording("Second net.", "第二张网。")
    package static let by = Wording(
      "What to count: area, households or people.", "统计什么：area（面积）、households（户）或 people（人）。")
    package static let dataset = Wording(
      "The data set to count, if several have the subject.", "统计的数据资源；几个数据资源都有该主题时指定。")
    package static let format = Wording("Output format: csv or json.", "输出格式：csv 或 json。")
  }
}
