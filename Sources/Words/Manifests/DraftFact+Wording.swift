package import Datasets
package import Gewu
import Tabular

extension DraftFact {
  /// What a draft says in its comments, in one line.
  package var wording: Wording {
    switch self {
    case .proposal(let file, let rows):
      Wording(
        "A proposal from \(file): \(rows) data rows.",
        "根据 \(file) 起草：共 \(rows) 行数据。")
    case .examined(let rows):
      Wording(
        "It is long: the cells of \(rows) rows spread over it were looked at, and its keys compared.",
        "文件很长：分散抽取其中 \(rows) 行检查各单元格，并比较了全部主键。")
    case .whatToDo:
      Wording(
        "Read it, correct it, remove the comments, and try it: gewu import FILE --dry-run",
        "请阅读、更正并删除注释，然后试用：`gewu import FILE --dry-run`")
    case .sheet(let name): Wording("read from sheet \(name)", "读自工作表 \(name)")
    case .spacesBeforeQuotes:
      Wording(
        "fields begin with a space and a quote: `skipInitialSpace` reads what is in the quotes",
        "有字段以空格加引号开头：skipInitialSpace 使引号内的内容得到正确读取")
    case .quotedLines(let lines) where lines.likeRows > 0:
      Wording(
        "\(lines.likeRows) values in quotes, the first by line \(lines.firstLine), hold whole rows: if quotes are "
          + "characters as any, write `quoteChar: \"\"` in the dialect",
        "有 \(lines.likeRows) 个带引号的值（第一个在第 \(lines.firstLine) 行附近）包含整行数据："
          + "若引号只是普通字符，请在 dialect 中写明 quoteChar: \"\"")
    case .quotedLines(let lines):
      Wording(
        "\(lines.values) values in quotes go over several lines, the first from line \(lines.firstLine)",
        "有 \(lines.values) 个带引号的值跨多行，第一个从第 \(lines.firstLine) 行开始")
    case .blankRows(let count): Wording("\(count) blank rows", "\(count) 个空行")
    case .otherShape(let rows):
      Wording(
        "\(rows) rows have another number of cells than the header", "\(rows) 行的单元格数与表头不同")
    case .noHeader:
      Wording(
        "no row looks like a header: the first row is data, and columns go by their places",
        "没有像表头的行：首行即为数据，各列按位置对应")
    case .titles(let count, let row):
      Wording(
        "the \(count) row(s) above row \(row) look like titles", "第 \(row) 行以上的 \(count) 行似为标题")
    case .headerOfTwoRows(let one, let other):
      Wording(
        "rows \(one) and \(other) are one header: its cells are merged",
        "第 \(one) 行和第 \(other) 行是同一表头：单元格已合并")
    case .noValues: Wording("no row has a value", "各行均无值")
    case .valid(let count, let values, let check):
      Self.valid(Wording("\(count) of \(values) values are ", "\(values) 个值中有 \(count) 个"), check)
    case .alsoDates: Wording("all values would also be dates of 8 digits", "所有值也都可看作 8 位日期")
    case .inForm(let form, let count):
      Wording("\(count) values as \(form)", "\(count) 个值为 \(form) 格式")
    case .dateCells(let count): Wording("\(count) date cells", "\(count) 个日期单元格")
    case .notDates(let count): Wording("\(count) values are not dates", "\(count) 个值不是日期")
    case .leadingZeros(let count, let values):
      Wording(
        "\(count) of \(values) values begin with a zero: text", "\(values) 个值中有 \(count) 个以零开头：文本")
    case .lostDigits(let count):
      Wording(
        "\(count) numbers have lost digits; set the column to text, 文本 in Chinese, and enter them again",
        "\(count) 个数字已丢失位数；请将该列设为文本后重新录入")
    case .longNumbers(let count):
      Wording("\(count) values have more than 15 digits: text", "\(count) 个值超过 15 位：文本")
    case .notNumbers(let count, let values):
      Wording(
        "\(count) of \(values) values are not numbers", "\(values) 个值中有 \(count) 个不是数字")
    case .numbersThatName:
      Wording(
        "all values are numbers, but the heading says that they name something",
        "所有值都是数字，但表头表明它们是编号或名称")
    case .grouped(let count):
      Wording("\(count) values with separators of thousands", "\(count) 个值带千位分隔符")
    case .range(let least, let most): Wording("from \(least) to \(most)", "从 \(least) 到 \(most)")
    case .allDifferent: Wording("every row has a value of its own", "各行的值互不相同")
    case .empty(let count, let rows):
      Wording("\(count) of \(rows) rows have no value", "\(rows) 行中有 \(count) 行无值")
    case .missing(let text, let count): Wording("\(count) times \(text)", "\(text) 出现 \(count) 次")
    case .distinct(let values, let count):
      Self.distinct(
        values.map { "\($0.text) (\($0.count))" }, count, rest: count > values.count)
    case .longest(let count): Wording("at most \(count) characters", "最多 \(count) 个字符")
    }
  }

  /// What the values of a check are called; those of any other by its name.
  private static func valid(_ count: Wording, _ check: String) -> Wording {
    switch check {
    case "cn.resident-id": count + Wording("valid resident identity numbers", "是有效的身份证号")
    case "cn.credit-code": count + Wording("valid credit codes", "是有效的统一社会信用代码")
    case "cn.mobile": count + Wording("mobile numbers", "是手机号码")
    default: count + Wording("right by \(check)", "符合 \(check)")
    }
  }

  private static func distinct(_ values: [String], _ count: Int, rest: Bool) -> Wording {
    Wording("\(count) distinct: ", "共 \(count) 种：") + values.listed()
      + (rest ? Wording(", …", "……") : Wording("", ""))
  }
}

extension DraftQuestion {
  /// The question, without the mark at its end where a statement stands for it.
  package var wording: Wording {
    switch self {
    case .isSystemTrue:
      Wording(
        "does the file's reference system say the truth? Many say WGS 84 and are GCJ-02",
        "文件声明的坐标系可信吗？不少文件标为 WGS-84，实为 GCJ-02")
    case .whichSystem:
      Wording(
        "in which reference system are the coordinates? `crs: auto` measures it",
        "坐标采用哪个坐标系？crs: auto 会给出各种假设下的落区比例")
    case .noKey:
      Wording(
        "no column identifies a row; name a `primaryKey`, or keep `load: append`",
        "没有能唯一标识一行的列；请指定 primaryKey，或保留 load: append")
    case .isWhole:
      Wording(
        "does a file hold all rows (`load: full`) or only new and changed ones?",
        "每个文件是全量（load: full）还是只含新增和变更的行？")
    case .areThousands(let names):
      Wording(
        "all numbers of \(names.listed().english) have three digits behind the point: does it divide thousands "
          + "(`groupChar: \".\"`), or is it the decimal point?",
        "字段 \(names.listed().chinese) 的小数点后都恰有三位：是千位分隔符（groupChar: \".\"）还是小数点？")
    case .names(let fields):
      Wording(
        "which English names should these fields have: ", "请为这些字段取英文名：")
        + fields.map { field in
          field.heading.isEmpty
            ? Wording(verbatim: field.name)
            : Wording("\(field.name) (\(field.heading))", "\(field.name)（\(field.heading)）")
        }.listed()
    }
  }
}

extension DraftedManifest {
  /// What a machine is told.
  package struct Answer: Encodable {
    let dataset: String
    let yaml: String
    let rows: Int
    let questions: [String]
    let questionsChinese: [String]

    package enum CodingKeys: String, CodingKey {
      case dataset, yaml, rows, questions
      case questionsChinese = "questions_zh"
    }
  }

  package var answer: Answer {
    let wordings = questions.map(\.wording)
    return Answer(
      dataset: dataset, yaml: yaml, rows: rows, questions: wordings.map(\.english),
      questionsChinese: wordings.map(\.chinese))
  }
}
