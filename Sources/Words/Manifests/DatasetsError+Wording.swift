import Datasets

extension DatasetsError {
  /// Where, what and what to do.
  package var wording: Wording {
    Wording("\(location): ", "\(location)：") + fact.wording
  }
}

extension DatasetsError.Fact {
  package var wording: Wording {
    switch self {
    case .manifest(let fault): fault.wording
    case .codes(let fault): fault.wording
    case .header(let fault): fault.wording
    case .folder(let fault): fault.wording
    case .file(let fault): fault.wording
    case .subjects(let fault): fault.wording
    }
  }
}

extension CodeTableFault {
  fileprivate var wording: Wording {
    switch self {
    case .noHeader: Wording("has no header", "没有表头")
    case .noColumn(let name, let columns):
      Wording(
        "none of its \(columns) columns is called \"\(name)\"; name the columns in the manifest's "
          + "`codes`",
        "共 \(columns) 列，没有名为“\(name)”的列；请在清单的 codes 中指定列名")
    case .malformedRow: Wording("a malformed row; correct it", "该行格式有误；请更正")
    case .twoMeanings(let one, let other):
      Wording(
        "rows \(one) and \(other) below the header have a text in common that would mean both of their "
          + "codes; make codes and labels unique",
        "表头以下第 \(one) 行和第 \(other) 行有相同的文本，会同时表示两个代码；请使代码和名称唯一")
    }
  }
}

extension HeaderFault {
  fileprivate var wording: Wording {
    switch self {
    case .noHeader(let row):
      Wording(
        "has no header in row \(row); correct `dialect` in the manifest, or export it again",
        "第 \(row) 行没有表头；请更正清单的 dialect 或重新导出")
    case .malformed(let row, let fault):
      Wording("its header in row \(row) ", "第 \(row) 行的表头") + fault.wording
    case .oneColumn(let delimiter):
      Self.oneColumn(delimiter)
    case .tooNarrow(let width, let field, let column):
      Wording(
        "has \(width) columns, but field `\(field)` is column \(column)",
        "只有 \(width) 列，而字段 \(field) 是第 \(column) 列")
    case .foreignHeading(let heading, let field, let column):
      Self.foreign(heading, field, column)
    case .repeated(let field, let columns):
      Wording(
        "has field `\(field)` \(columns.count) times (columns "
          + "\(columns.map(String.init).few.joined(separator: ", "))); say which one with "
          + "`gewu: {column: n}`",
        "字段 \(field) 出现 \(columns.count) 次（第 "
          + "\(columns.map(String.init).few.joined(separator: "、")) 列）；请用 gewu 的 column 指定")
    case .claimedTwice(let heading, let one, let other):
      Wording(
        "has a column \"\(heading)\" that is a name of both field `\(one)` and field `\(other)`; "
          + "correct their aliases",
        "表头“\(heading)”同时是字段 \(one) 和 \(other) 的名称；请更正 aliases")
    case .cutNameOfSeveral(let heading, let fields):
      Wording(
        "has a column \"\(heading)\", which is the cut name of several fields "
          + "(\(fields.joined(separator: ", "))); add the headings of the file to their aliases",
        "列“\(heading)”是多个字段（\(fields.joined(separator: "、"))）被截断后的名称；请把文件中的表头加入各自的 aliases")
    case .missing(let missing, let header):
      Self.missing(missing.few.listed(), isOne: missing.count == 1, header)
    case .unknown(let columns, let headings):
      Self.unknown(columns, headings)
    case .otherOrder:
      Wording(
        "has the columns in another order than the manifest; order the fields as the file does, "
          + "or say `fieldsMatch: equal`",
        "列的顺序与清单不同；请调整字段顺序，或设 fieldsMatch: equal")
    }
  }

  private static func oneColumn(_ delimiter: Character) -> Wording {
    let name =
      switch delimiter {
      case ",": "a comma"
      case ";": "a semicolon"
      default: "a tab"
      }
    let sign = delimiter == "\t" ? "\\t" : String(delimiter)
    return Wording(
      "has one column only; it seems to be divided by \(name): set `dialect: {delimiter: "
        + "\"\(sign)\"}` in the manifest",
      "只有一列；分隔符似乎是“\(sign)”：请在清单的 dialect 中设置 delimiter")
  }

  private static func foreign(_ heading: String?, _ field: String, _ column: Int) -> Wording {
    guard let heading else {
      return Wording(
        "column \(column) is not headed by a name of field `\(field)`; does the file begin with its "
          + "headings? If it does, correct `column`, or add the heading to its aliases",
        "第 \(column) 列的表头不是字段 \(field) 的名称；请确认文件以表头开头；若是，请更正 column 或把表头加入 aliases")
    }
    return Wording(
      "column \(column) is headed \"\(heading)\", which is not a name of field `\(field)`; "
        + "correct `column`, or add the heading to its aliases",
      "第 \(column) 列的表头是“\(heading)”，不是字段 \(field) 的名称；请更正 column 或把表头加入 aliases")
  }

  private static func missing(_ names: Wording, isOne: Bool, _ header: SeenHeadings) -> Wording {
    let lacks = Wording(
      "lacks the column\(isOne ? "" : "s") \(names.english)", "缺少列：\(names.chinese)")
    guard header.isHeader else {
      return lacks + Wording("; ", "；") + header.wordingOfNoHeader
        + Wording(
          "; does the file begin with its headings?", "；请确认文件以表头开头")
    }
    let found = header.wording
    return lacks
      + Wording(
        " (it has: \(found.english)); is it the right file? If it is, add its headings to the fields' "
          + "aliases",
        "（现有：\(found.chinese)）；请确认文件是否正确，若正确请把表头加入字段的 aliases")
  }

  private static func unknown(_ columns: [Int], _ headings: SeenHeadings) -> Wording {
    let numbers = columns.map(String.init).few
    let names =
      headings.shown.isEmpty
      ? Wording(
        "column\(columns.count == 1 ? "" : "s") \(numbers.joined(separator: ", "))",
        "第 \(numbers.joined(separator: "、")) 列")
      : headings.wording
    return Wording(
      "has columns that the manifest does not know: \(names.english); add them as fields, or say "
        + "`fieldsMatch: subset`",
      "有清单中没有的列：\(names.chinese)；请增加字段，或设 fieldsMatch: subset")
  }
}

extension FolderFault {
  fileprivate var wording: Wording {
    switch self {
    case .linkLeadsOut:
      Wording(
        "is a link that leads out of the folder of manifests; put the manifest itself there",
        "是指向清单目录之外的链接；请把清单文件本身放入该目录")
    case .noFolder: Wording("there is no such folder of manifests", "没有这个清单目录")
    case .describedTwice(let dataset, let other):
      Wording(
        "describes data set \(dataset), as \(other) does; keep one of them",
        "与 \(other) 描述同一数据资源 \(dataset)；请只保留一个")
    case .sameTable(let dataset, let other, let path):
      Wording(
        "data set \(dataset) would have the same table as \(other) of \(path), because - and _ "
          + "count as one; rename one of them",
        "数据资源 \(dataset) 与 \(path) 的 \(other) 会共用一张表（- 与 _ 不作区分）；请给其中之一改名")
    case .noManifest(let dataset, let suggestion, let known):
      Wording("no manifest describes data set \(dataset)", "没有描述数据资源 \(dataset) 的清单")
        + (suggestion.map { Wording("; did you mean \($0)?", "；是否应为 \($0)？") }
          ?? Wording("; known: ", "；现有：") + known.listed())
    case .notEnabled(let dataset):
      Wording("is data set \(dataset), which is not enabled", "属于数据资源 \(dataset)，默认不启用")
    case .unclaimed(let folder):
      Wording("no manifest in \(folder) names this file", "\(folder) 中没有清单匹配该文件")
    case .claimedBySeveral(let datasets):
      Wording(
        "several data sets claim this file (\(datasets.joined(separator: ", ")))",
        "多个数据资源匹配该文件（\(datasets.joined(separator: "、"))）")
    }
  }
}

extension FileFault {
  fileprivate var wording: Wording {
    switch self {
    case .changedWhileRead:
      Wording(
        "changed while it was read; nothing was kept: import it again", "读取期间文件被改动，未保留任何数据；请重新导入")
    case .otherShape(let rows, let width):
      Wording(
        "the first \(rows) rows have another number of fields than the header (\(width)); is the "
          + "delimiter or the header row right?",
        "前 \(rows) 行的字段数都与表头（\(width)）不同；请检查分隔符或表头行")
    case .wouldRetireAll:
      Wording(
        "has no data rows, and a full load of it would retire every row; export it again",
        "没有数据行，全量装载会注销所有行；请重新导出")
    case .noSampleRows:
      Wording(
        "has no data rows to propose a manifest from; give a fuller sample",
        "没有数据行，无法起草清单；请提供更完整的样本")
    case .noReferenceSystem:
      Wording(
        "is `file`, but the file names no reference system; ask the department for it and name it "
          + "here (EPSG:n, wgs84, cgcs2000, gcj02 or bd09)",
        "为 file，但文件未注明坐标系；请向来源部门确认后在此写明（EPSG:n、wgs84、cgcs2000、gcj02 或 bd09）")
    case .nothingToMeasureBy:
      Wording(
        "`auto` measures which positions lie in the district, and no generation is active; load "
          + "grids first, or name the system",
        "auto 需要已启用的边界版本；请先装载网格，或直接指定坐标系")
    case .noNumbers(let column, let dataset):
      Wording(
        "lacks the column `\(column)`, and \(dataset) has no key to know its rows by; keep the "
          + "columns that the export wrote",
        "缺少 \(column) 列，且 \(dataset) 没有主键，无法识别各行；请保留导出文件的各列")
    case .noOpenRow(let column, let dataset):
      Wording(
        "no row of it stands for an open refused row of \(dataset); nothing was changed: keep the "
          + "column `\(column)` that the export wrote",
        "没有一行对应 \(dataset) 的未处理问题数据，未作任何改动；请保留导出文件中的 \(column) 列")
    case .tableTaken(let dataset, let other):
      Wording(
        "data set \(dataset) would have the table of data set \(other), because - and _ count as "
          + "one; nothing was changed: rename one of them",
        "数据资源 \(dataset) 与 \(other) 会共用一张表（- 与 _ 不作区分），未作任何改动；请给其中之一改名")
    }
  }
}

extension SeenHeadings {
  /// The headings as each language quotes and separates them, and how many others there are.
  var wording: Wording {
    let headings = shown.few
    let others = count - shown.count
    let names = Wording(
      "\(headings.map { "\"\($0)\"" }.joined(separator: ", "))",
      "\(headings.map { "“\($0)”" }.joined(separator: "、"))")
    return others > 0 ? names + Wording(" and \(others) more", "，另有 \(others) 列") : names
  }

  /// What is said of a line that is no header: its values are not shown.
  var wordingOfNoHeader: Wording {
    let fields = Wording(
      "the first line has \(count) field\(count == 1 ? "" : "s"), ", "首行有 \(count) 个字段，")
    guard !shown.isEmpty else {
      return fields + Wording("none is a heading that is known here", "其中没有已知的表头")
    }
    let known = shown.few
    return fields
      + Wording(
        "of which only \(known.map { "\"\($0)\"" }.joined(separator: ", ")) "
          + "\(shown.count == 1 ? "is a heading that is" : "are headings that are") known here",
        "其中已知的表头只有\(known.map { "“\($0)”" }.joined(separator: "、"))")
  }
}

extension [String] {
  /// So many that a person reads them, and a sign where there are more.
  fileprivate var few: [String] { count > 40 ? prefix(40) + ["…"] : self }
}
