import Gewu

extension Problem {
  /// The body is not the JSON that was expected; says where it stops being so.
  static func malformedJSON(_ place: String, _ placeChinese: String, shape: String) -> Problem {
    .badBody(
      "\(place): is not what \(shape) needs there", "\(placeChinese)：不符合 \(shape) 的格式")
  }

  /// What is wrong with a table of positions.
  init(_ fault: LocateTableFault) {
    switch fault {
    case .empty: self = .badBody("the table has no header", "表格没有表头")
    case .emptyHeader:
      self = .badBody("the first line is empty; it must name the columns", "首行为空；它应为各列的名称")
    case .unreadableHeader:
      self = .badBody(
        "the first line is no text in a known encoding; convert the table to UTF-8",
        "首行不是已知编码的文本；请把表格转换为 UTF-8")
    case .nulByte:
      self = .badBody("there is a NUL byte in the table, so it is no text", "表格含有空字节，不是文本")
    case .unclearColumn(let isLongitude, _, _, let hits, let header):
      let axis = isLongitude ? "longitude" : "latitude"
      let parameter = isLongitude ? "lon" : "lat"
      let names = header.prefix(20).joined(separator: ", ")
      self = .badBody(
        "\(hits == 0 ? "no column" : "more than one column") of the header is the \(axis); it has "
          + "\(names): name the column with ?\(parameter)=",
        "表头中\(hits == 0 ? "没有" : "有多个")\(isLongitude ? "经度" : "纬度")列；现有 \(names)："
          + "请用 ?\(parameter)= 指定")
    case .taken(let name):
      self = .badBody(
        "the table has a column \(name) already; rename it or leave it out",
        "表格已有 \(name) 列；请改名或去掉")
    case .malformed(let line):
      self = .badBody(
        "line \(line): the quotation marks do not match (the header is line 1)",
        "第 \(line) 行：引号不配对（表头为第 1 行）")
    }
  }
}
