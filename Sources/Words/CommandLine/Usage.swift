import Tabular

/// What is said of a command line that is not well formed.
package enum Usage {
  /// `--lang` with a value that names no language, or without one.
  package static func language(_ value: String?) -> Wording {
    guard let value else {
      return Wording("--lang needs a value; give zh or en", "--lang 缺少值；请给出 zh 或 en")
    }
    return Wording(
      "'\(value)' is not a language; give zh or en", "“\(value)”不是可用的语言；请给出 zh 或 en")
  }

  /// `--key` without a file.
  package static let keyFile = Wording(
    "--key needs the file of the store's key", "--key 缺少值；请给出密钥文件")

  /// A file or folder whose name is not UTF-8, by the path that shows its bytes.
  package static func unreadableName(_ path: String) -> Wording {
    TabularError.name(shown: path).wording
  }

  /// An argument that is not UTF-8 and names nothing, with its bytes shown.
  package static func notUTF8(_ argument: String) -> Wording {
    Wording(
      "the argument '\(argument)' is not UTF-8; write it in a terminal that is set to UTF-8",
      "参数“\(argument)”不是 UTF-8 编码；请在设为 UTF-8 的终端中输入")
  }

  /// What cannot be decided of any item of the review queue.
  package static func choice(_ text: String) -> Wording {
    Wording(
      "'\(text)' cannot be decided; give same, different, or the number of a value such as 2",
      "不能决定为“\(text)”；请给出 same、different，或值的序号，如 2")
  }

  /// A value that is not a number of its kind.
  package static func number(_ text: String, _ name: Wording) -> Wording {
    Wording(
      "'\(text)' is not a \(name.english); give a number such as 116.39",
      "“\(text)”不是\(name.chinese)；请给出数字，如 116.39")
  }

  package static let sealedAndUnsealed = Wording(
    "--unsealed contradicts --sealed and --profile; leave it or them out",
    "--unsealed 与 --sealed、--profile 相互矛盾；请去掉前者或后者")

  package static let makesNothing = Wording(
    "--read-only makes no store; leave it out", "--read-only 不能新建库；请去掉它")

  package static let longitude = Wording("longitude", "经度")
  package static let latitude = Wording("latitude", "纬度")

  /// An option whose value is outside its range.
  package static func range(
    _ option: String, is value: Int, from least: Int, to most: Int? = nil
  ) -> Wording {
    guard let most else {
      return Wording(
        "\(option) is \(value); give \(least) or more", "\(option) 为 \(value)；请给出不小于 \(least) 的数")
    }
    return Wording(
      "\(option) is \(value); give a number from \(least) to \(most)",
      "\(option) 为 \(value)；请给出 \(least) 至 \(most) 的数")
  }

  /// People of a made city that its districts cannot share.
  package static func people(
    _ value: Int, step: Int, range: ClosedRange<Int>, districts: Int
  ) -> Wording {
    let (least, most) = (range.lowerBound, range.upperBound)
    return Wording(
      "--people is \(value); give a multiple of \(step) from \(least) to \(most) for --districts "
        + "\(districts)",
      "--people 为 \(value)；--districts \(districts) 时请给出 \(least) 至 \(most) 之间 \(step) 的倍数")
  }

  package static func accuracy(_ metres: Double, most: Double) -> Wording {
    Wording(
      "--accept-accuracy is \(metres); give metres, more than 0 and at most \(Int(most))",
      "--accept-accuracy 为 \(metres)；请给出大于 0 且不超过 \(Int(most)) 的米数")
  }

  package static func errorLimit(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a valid error limit; use a row count (100) or a percentage (5%)",
      "“\(text)”不是错误限值；请给出行数（100）或百分比（5%）")
  }

  package static func share(_ text: String) -> Wording {
    Wording("'\(text)' is not a percentage; give one such as 60%", "“\(text)”不是百分比；请给出如 60% 的值")
  }

  package static func period(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a period; give a year, quarter, month or day: 2026, 2026-Q3, 2026-09, 2026-09-30",
      "“\(text)”不是时期；请给出年、季、月或日：2026、2026-Q3、2026-09、2026-09-30")
  }

  package static func logLevel(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not a log level; give info, warning or error",
      "“\(text)”不是日志级别；请给出 info、warning 或 error")
  }

  package static func geoJSON(_ path: String) -> Wording {
    Wording(
      "'\(path)' is not a GeoJSON file; give a name that ends in .geojson or .json, or -",
      "“\(path)”不是 GeoJSON 文件；请给出以 .geojson 或 .json 结尾的文件名，或 -")
  }

  /// An option that takes one value and is given more than once.
  package static func twice(_ option: String) -> Wording {
    Wording(
      "\(option) is given more than once; give it once", "\(option) 给出了不止一次；请只给一次")
  }

  package static let source = Wording(
    "say what is counted: --of DATASET, --source reports, or --question FILE",
    "请指明统计什么：--of 数据资源、--source reports 或 --question 文件")

  /// Two options of which only one may be given.
  package static func eitherOr(_ first: String, _ second: String) -> Wording {
    Wording(
      "give either \(first) or \(second), not both", "\(first) 与 \(second) 只能给出一个")
  }

  /// An option that says nothing without another one.
  package static func needs(_ option: String, _ other: String) -> Wording {
    Wording("\(option) needs \(other) too", "\(option) 须与 \(other) 一起使用")
  }

  package static func contradiction(_ first: String, _ second: String) -> Wording {
    Wording(
      "\(first) and \(second) contradict each other", "\(first) 与 \(second) 相互矛盾")
  }

  package static let addressOrTable = Wording(
    "give an address, or a table of addresses with --input", "请给出一个地址，或用 --input 给出地址表")
  /// An element of an address that is not written as one.
  package static func element(_ text: String) -> Wording {
    Wording(
      "'\(text)' is not an element and its text, such as road=High Street",
      "“\(text)”不是“要素=文字”，如 road=桃宁路")
  }
  package static let netOrNets = Wording(
    "give either --net or --nets: --nets adds to the answer of the base net",
    "--net 与 --nets 只能给出一个：--nets 是在 base 网的答案之外增加其他网")
  package static let position = Wording(
    "give a longitude and a latitude, or a table with --input",
    "请给出经度和纬度，或用 --input 给出表格")
  package static let gap = Wording(
    "give a longitude and a latitude, --list or --remove",
    "请给出经度和纬度，或用 --list 或 --remove")
  package static let positionOrTable = Wording(
    "give either a position or --input, not both", "位置与 --input 只能给出一个")
  package static let datasetWithoutCount = Wording(
    "--dataset requires --by households or --by people",
    "--dataset 只能与 --by households 或 --by people 同用")
  package static let householdNorm = Wording(
    "a household norm must be greater than 0", "户数标准必须大于 0")
  package static let whoseAttachment = Wording(
    "say which rows to attach: --dataset ID, or --all", "请指明哪些行重新落格：--dataset ID 或 --all")
  package static let whoseRows = Wording(
    "say which rows: --batch or --dataset", "请指明哪些行：--batch 或 --dataset")
  package static let whichRows = Wording(
    "say which rows: their numbers, --batch or --dataset",
    "请指明哪些行：行的编号、--batch 或 --dataset")
  package static let numbersOrSelection = Wording(
    "give either row numbers or --batch or --dataset, not both",
    "行的编号与 --batch、--dataset 只能给出一种")
  package static let metres = Wording(
    "--tolerance, --sliver and --gap-width are metres from 0 to 100",
    "--tolerance、--sliver 与 --gap-width 以米为单位，取 0 至 100")

  package static let maxShare = Wording(
    "--max-share is a share of a cell from 0 to 0.5", "--max-share 是单元面积的一部分，取 0 至 0.5")

  package static let exportAll = Wording(
    "with --all give the file alone: gewu export --all FILE",
    "与 --all 同用时只给出文件：gewu export --all FILE")
  package static let purposeOfNothing = Wording(
    "--purpose is for rows as they came; give it with --json, and without --by reason",
    "--purpose 用于读取各行原文；请与 --json 同用，且不用 --by reason")
  package static let exportOne = Wording(
    "give a table and a file: `gewu export TABLE FILE`",
    "请给出表和文件：`gewu export TABLE FILE`")
  package static let exportWhere = Wording(
    "--where FIELD and --among FILE go together, with one table",
    "--where 字段 与 --among 文件须同时给出，且只用于一个表")
  package static func noValues(_ source: Wording) -> Wording {
    source
      + Wording(
        ": there is no value in it; give one per line", "：其中没有任何值；请每行写一个")
  }
  package static func valuesNotUTF8(_ source: Wording) -> Wording {
    source + Wording(": the values are not UTF-8; save them as UTF-8", "：其中的值不是 UTF-8；请另存为 UTF-8")
  }
  package static let badWait = Wording(
    "--wait takes a number of seconds from 0", "--wait 须为从 0 起的秒数")
}
