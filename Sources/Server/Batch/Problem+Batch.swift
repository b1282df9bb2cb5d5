extension Problem {
  /// The body is not the JSON that was expected; says where it stops being so.
  static func malformedJSON(at offset: Int, expected form: BatchForm) -> Problem {
    let shape =
      form == .json ? "[[lon,lat],…]" : #"{"lon":…,"lat":…}"#
    return .badBody(
      "byte \(offset) is not what \(shape) needs there",
      "第 \(offset) 字节不符合 \(shape) 的格式")
  }

  /// What is wrong with a table of positions.
  init(_ fault: CSVBatch.Fault) {
    switch fault {
    case .empty:
      self = .badBody("the table has no header", "表格没有表头")
    case .noColumn(let axis, let header):
      let parameter = axis == "longitude" ? "lon" : "lat"
      let names = header.prefix(20).joined(separator: ", ")
      self = .badBody(
        "no column of the header is the \(axis); it has \(names): name the column with ?\(parameter)=",
        "表头中没有\(axis == "longitude" ? "经度" : "纬度")列；现有 \(names)：请用 ?\(parameter)= 指定")
    case .taken(let name):
      self = .badBody(
        "the table has a column \(name) already; rename it or leave it out",
        "表格已有 \(name) 列；请改名或去掉")
    case .openQuote(let row):
      self = .badBody(
        "a quotation mark in row \(row) is never closed (the header is row 1)",
        "第 \(row) 行的引号没有闭合（表头为第 1 行）")
    }
  }
}
