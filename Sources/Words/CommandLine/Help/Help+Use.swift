extension Help {
  package enum Use {
    package static let command = CommandHelp(
      Wording(
        "Find homes whose use of water says more people than are known, and keep what came of visits.",
        "找出用水量明显多于登记人口的住户，并记录上门结果。"))
    package static let judge = CommandHelp(
      Wording(
        "Judge homes by their use of water, and keep those that stand out.", "按用水量判断住户，并保存明显异常者。"),
      discussion: Wording(
        """
        A file of rules has the limits, and says where the store has readings, dwellings, residents, leases and \
        the rest. What is found takes the place of what was found before; outcomes of visits stay, until \
        they are older than the rules keep them. A home on a list is a lead for a visit, and nothing more. \
        Load the register of addresses before, where homes are known by their addresses.
        """,
        """
        规则文件给出各项限值，并说明抄表、住房、人口、租约等数据所在。新的结果替换原有结果；上门结果保留到规则规定的期限。\
        清单上的住户只是上门核实的线索。按地址识别住户时，请先装载标准地址库。
        """))
    package static let rules = Wording(
      "The file of rules; the one that comes with the program if omitted.",
      "规则文件；省略时用程序自带的规则。")
    package static let at = Wording(
      "As of this day; today if omitted.", "以这一天为准；省略为今天。")
    package static let list = CommandHelp(
      Wording(
        "List homes that stand out, without address or name.", "列出用量异常的住户，不含地址和姓名。"))
    package static let which = Wording(
      "Only list 1 (stands out), 2 (went up) or held (held back by what speaks against it).",
      "只列清单 1（明显偏高）、2（明显上升）或 held（因反证暂缓）。")
    package static let state = Wording(
      "Only items that are open, confirmed, unfounded or not-reached.",
      "只列 open（待上门）、confirmed（属实）、unfounded（不属实）或 not-reached（未见到人）的事项。")
    package static let cell = Wording(
      "Only items in this cell, or in cells right below it.", "只列此单元及其直接下级单元中的事项。")
    package static let limit = Wording("Maximum number of items.", "最多列出的事项数。")
    package static let show = CommandHelp(
      Wording(
        "Show an item with what speaks for and against it.", "查看一个事项及其正反依据。"),
      discussion: Wording(
        """
        The address is shown only where it is said what it is read for; such a read is written down.
        """,
        """
        只有说明用途时才显示地址；这样的读取会被记录。
        """))
    package static let item = Wording(
      "The key of the item: 32 hexadecimal digits.", "事项编号：32 位十六进制数字。")
    package static let purpose = Wording(
      "What the address is read for; it is then shown, and the read is written down.",
      "读取地址的用途；给出后显示地址，并记录本次读取。")
    package static let decide = CommandHelp(
      Wording("Note what came of a visit.", "记录上门结果。"),
      discussion: Wording(
        """
        The last outcome of an item counts. It stays with the home when homes are judged again, and is removed \
        and only counted when it is older than the rules keep it. Name nobody in the reason.
        """,
        """
        每个事项以最后一次结果为准。重新判断后结果仍跟随该户；超过规则规定的期限即删除，只计入统计。理由中请勿写姓名。
        """))
    package static let verdict = Wording(
      "What was found: confirmed, unfounded or not-reached.",
      "结果：confirmed（属实）、unfounded（不属实）或 not-reached（未见到人）。")
    package static let reason = Wording(
      "What was seen, in your words; no names.", "看到的情况，用自己的话写；不写姓名。")
    package static let until = Wording(
      "The last day on which it holds, YYYY-MM-DD; then the item is open again.",
      "有效期的最后一天，YYYY-MM-DD；此后事项重新待上门。")
    package static let precision = CommandHelp(
      Wording(
        "Show how many of the homes that were visited were what they were taken for.",
        "查看上门住户中属实的比例。"),
      discussion: Wording(
        """
        By list, kind of building and community. Small counts are withheld, and what would tell them.
        """,
        """
        按清单、房屋类别和社区列出。小数目及可推出小数目的数字不显示。
        """))
  }
}
