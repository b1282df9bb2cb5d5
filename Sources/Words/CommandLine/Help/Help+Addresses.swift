extension Help {
  package enum Address {
    package static let command = CommandHelp(
      Wording(
        "Find which standard address a written one means.", "查找书面地址所指的标准地址。"),
      discussion: Wording(
        """
        The answer has a class (A equal, B sure, C unsure with candidates, or none), the level that \
        the text reaches, and every fault that was met; what no element uses is listed. A number that \
        the register does not have never becomes its neighbour: the answer falls to what holds it. \
        With --input each row of a table gets the answer in further columns.
        """,
        """
        回答包括等级（A 相同，B 确定，C 不确定并列候选，或无）、文本达到的层级和遇到的每个问题；未用的文字一并列出。\
        标准地址库没有的号码绝不会变成相邻的号码：回答退回到其上级。用 --input 时，表的每一行后加上若干列回答。
        """))
    package static let text = Wording("The written address.", "书面地址。")
    package static let input = Wording(
      "A CSV file with an address per row; - is standard input.", "每行一个地址的 CSV 文件；- 为标准输入。")
    package static let column = Wording(
      "The column with the address; one of the usual names if omitted.", "地址所在的列；省略时取常用名，如“地址”。")
    package static let output = Wording(
      "File for the table; - is standard output.", "写出表的文件；- 为标准输出。")
  }

  package enum Addresses {
    package static let command = CommandHelp(
      Wording("Load and show the register of standard addresses.", "装载和查看标准地址库。"))
    package static let load = CommandHelp(
      Wording(
        "Make the register from the data sets that a file of rules names.",
        "按规则文件所列的数据资源建立标准地址库。"),
      discussion: Wording(
        """
        A register has versions; one is made where the sources say something new. No address is ever \
        deleted: one that no source has any more is historic. Without a file the rules of the current \
        version apply.
        """,
        """
        标准地址库有版本；来源内容变化时产生新版本。地址从不删除：来源不再有的地址成为历史。不给文件时沿用当前版本的规则。
        """))
    package static let rules = Wording("The file of rules, YAML.", "规则文件（YAML）。")
    package static let list = CommandHelp(
      Wording("List standard addresses by their elements.", "按要素列出标准地址。"))
    package static let with = Wording(
      "An element that the addresses have, such as 'road=High Street'; may be repeated.",
      "地址所含的要素，如 road=桃宁路；可重复。")
    package static let status = Wording(
      "Only addresses of this status: approved, alternative, provisional, historic or wrong.",
      "只列此状态的地址：approved、alternative、provisional、historic 或 wrong。")
    package static let after = Wording(
      "Only addresses whose code comes after this one.", "只列编码在此之后的地址。")
    package static let limit = Wording("Maximum number of addresses.", "最多列出的地址数。")
    package static let show = CommandHelp(
      Wording("Show what is known of one address.", "查看一个地址的内容。"))
    package static let history = CommandHelp(
      Wording("Show the states that an address was in.", "查看一个地址的历次状态。"))
    package static let code = Wording("The code of the address.", "地址编码。")
    package static let match = CommandHelp(
      Wording(
        "Look up the addresses of the rows of data sets.", "查找各数据资源中各行的地址。"),
      discussion: Wording(
        """
        Rows that were not looked up yet, and those that a later version of the register may say \
        something else of, are looked up; rows that nothing else attaches get the grid of their \
        building. Where the register knows no building they get the community and count as not placed. \
        An import does the same for what it publishes.
        """,
        """
        查找尚未查找过的行，以及新版本标准地址库可能有不同回答的行；其他规则都未能落格的行得到其楼幢所在的网格。\
        标准地址库不知道楼幢的，落到社区，计为未定位。导入时对所发布的行同样处理。
        """))
    package static let dataset = Wording(
      "Only this data set.", "只处理此数据资源。")
  }
}
