import DemoTruth
import Files
import Tabular

/// Writes a DBF table (dBase III), the attributes of a Shapefile.
final class DBFWriter {
  private let file: FileWriter
  private let columns: [DBFColumn]
  private let converter: DBFText
  private let encoding: TextEncoding
  private var count = 0

  /// Begins the table.
  ///
  /// - Parameters:
  ///   - driver: the language driver, byte 29 of the header; 0x4D says GBK, 0 says nothing.
  init(path: String, columns: [DBFColumn], encoding: TextEncoding, driver: UInt8) throws {
    guard let converter = DBFText("UTF-8", to: encoding.name) else {
      throw DemoError(
        "\(path): the system's iconv cannot write the encoding \"\(encoding)\"",
        "\(path)：系统的 iconv 不能写入编码“\(encoding)”")
    }
    self.columns = columns
    self.converter = converter
    self.encoding = encoding
    file = try FileWriter(path: path, sparing: .none)
    try writeHeader(driver)
  }

  private func writeHeader(_ driver: UInt8) throws {
    let length = 1 + columns.reduce(0) { $0 + $1.width }
    // Version 3 without memos; the date of the last change is fixed, so that bytes can be compared.
    var header: [UInt8] = [3, 124, 1, 1, 0, 0, 0, 0]
    header.appendLittle(UInt16(33 + 32 * columns.count))
    header.appendLittle(UInt16(truncatingIfNeeded: length))
    header += [UInt8](repeating: 0, count: 17) + [driver, 0, 0]
    for column in columns {
      guard (1...254).contains(column.width), let name = converter.bytes(of: column.name) else {
        throw misfit(column, "has a width or a name that the format does not take", "的宽度或名称无效")
      }
      let cut = wholeCharacters(name, 10)
      header += cut + [UInt8](repeating: 0, count: 11 - cut.count)
      header += [column.kind.rawValue.asciiValue ?? 0x43, 0, 0, 0, 0, UInt8(column.width)]
      header += [UInt8(column.decimals)] + [UInt8](repeating: 0, count: 14)
    }
    try file.write(header + [0x0D])
  }

  /// The longest start of at most `limit` bytes that does not cut a character.
  private func wholeCharacters(_ bytes: [UInt8], _ limit: Int) -> [UInt8] {
    guard bytes.count > limit, let back = DBFText(encoding.name) else { return bytes }
    for length in stride(from: limit, to: 0, by: -1) {
      if case .whole = back.decode(bytes[..<length]) { return Array(bytes[..<length]) }
    }
    return []
  }

  /// Adds a record.
  func write(_ cells: [TableCell]) throws {
    guard cells.count == columns.count else {
      throw DemoError(
        "\(file.path): record \(count + 1) has \(cells.count) cells, the table \(columns.count) columns",
        "\(file.path)：第 \(count + 1) 条记录有 \(cells.count) 个单元格，而表有 \(columns.count) 列")
    }
    var record: [UInt8] = [0x20]
    for (cell, column) in zip(cells, columns) {
      let value = try bytes(cell, column)
      let blanks = [UInt8](repeating: 0x20, count: column.width - value.count)
      record += column.kind == .number ? blanks + value : value + blanks
    }
    try file.write(record)
    count += 1
  }

  private func bytes(_ cell: TableCell, _ column: DBFColumn) throws -> [UInt8] {
    let text =
      switch cell {
      case .empty: ""
      case .text(let text), .number(let text), .error(let text): text
      case .date(let date): column.kind == .date ? date.prefix(10).filter { $0 != "-" } : date
      case .boolean(let value): value ? "T" : "F"
      }
    guard let bytes = converter.bytes(of: text) else {
      throw misfit(
        column, "cannot be written in \(encoding): \(text)", "无法以 \(encoding) 写入：\(text)")
    }
    guard bytes.count <= column.width else {
      throw misfit(
        column, "takes \(bytes.count) bytes and the field has \(column.width): \(text)",
        "需要 \(bytes.count) 字节，而字段只有 \(column.width) 字节：\(text)")
    }
    return bytes
  }

  private func misfit(_ column: DBFColumn, _ what: String, _ chinese: String) -> DemoError {
    DemoError(
      "\(file.path): record \(count + 1), field \(column.name): \(what)",
      "\(file.path)：第 \(count + 1) 条记录，字段 \(column.name)：\(chinese)")
  }

  /// Writes the number of records and closes the file.
  func finish() throws {
    try file.write([0x1A])
    var number: [UInt8] = []
    number.appendLittle(UInt32(count))
    try file.overwrite(number, at: 4)
    try file.finish()
  }
}
