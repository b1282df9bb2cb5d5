extension Help {
  package enum Datasets {
    package static let command = CommandHelp(
      Wording(
        "List and show imported data sets; draft and check manifests.", "列出和显示数据资源；草拟和检查清单。"))
    package static let list = CommandHelp(
      Wording("List the imported data sets.", "列出已导入的数据资源。"))
    package static let show = CommandHelp(
      Wording("Show one data set: its rows, categories and exposures.", "显示一个数据资源：行数、类别和暴露量。"))
    package static let dataset = Wording("The data set.", "数据资源。")
  }

  package enum DatasetsDraft {
    package static let command = CommandHelp(
      Wording("Propose a manifest from a sample file.", "由样本文件草拟清单。"),
      discussion: Wording(
        """
        Reads the sample (of one with more than 25 million cells, those of some rows spread over it), never guesses \
        silently, and prints a manifest whose comments give the evidence for each proposal. Review it, correct it, save it below the folder of manifests, and \
        try it with `gewu import FILE --dataset ID --dry-run`.
        """,
        """
        读取样本（超过 2500 万个单元格时分散抽取若干行检查），绝不悄悄猜测，并打印一份清单，其注释说明每项建议的依据。请审阅、更正，\
        保存到清单目录之下，再用 `gewu import FILE --dataset ID --dry-run` 试运行。
        """))
    package static let file = Wording(
      "The sample: a file as the department delivers it.", "样本：部门送来的原样文件。")
    package static let dataset = Wording(
      "The identifier of the data set; default made from the file name.",
      "数据资源的标识；不指定则由文件名得出。")
    package static let manifests = Wording(
      "The folder of manifests whose field names are reused.", "清单目录，沿用其中的字段名。")
  }

  package enum DatasetsCheck {
    package static let command = CommandHelp(
      Wording("Check all manifests against the rules and show every error.", "按规则检查全部清单，列出每个错误。"),
      discussion: Wording(
        """
        Exits with 1 if a manifest has an error. Proposes marks for fields that look personal and say nothing of it: in \
        data sets of sensitivity 3 and 4 names, addresses, numbers of documents and the like, elsewhere numbers of persons \
        and telephones. A field with `sensitive`, be it `none`, is proposed no more.
        """,
        """
        有清单出错时退出码为 1。并对看似含个人信息而未作标明的字段提出建议：敏感级别 3 和 4 的数据资源中的姓名、地址、证件编号等，\
        其他数据资源中的个人号码和电话。写有 sensitive（包括 none）的字段不再提出。
        """))
  }
}
