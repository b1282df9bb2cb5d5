import Glibc

extension EncodingDecision {
  /// Converts a file in one encoding, and says in full what is wrong where it cannot be.
  static func converter(
    _ file: FileBytes, skipping prefix: Int, from encoding: TextEncoding
  ) throws -> EncodingConverter {
    do {
      return try EncodingConverter(file, skipping: prefix, from: encoding)
    } catch {
      throw self.error(error, file, encoding: encoding)
    }
  }

  /// The fault of a file that could not be converted.
  static func error(
    _ failure: ConversionFailure, _ file: FileBytes, encoding: TextEncoding
  ) -> TabularError {
    switch failure {
    case .unknownEncoding: unavailable(file, encoding: encoding)
    case .noRoom(let folder, let code): noRoom(file, folder, code)
    case .invalid(let offset): invalid(file, offset: offset, encoding: encoding)
    }
  }

  /// A NUL byte, which no text has.
  static func nul(_ file: FileBytes, at offset: Int) -> TabularError {
    TabularError(
      .nulByte, path: file.path, offset: offset,
      message: "has a NUL byte at offset \(offset), so it is not delimited text "
        + "(UTF-16, a workbook, or a damaged file?); export it as \"CSV UTF-8\"",
      messageChinese: "在偏移 \(offset) 处有 NUL 字节,不是分隔文本(可能是 UTF-16、工作簿或已损坏);"
        + "请导出为“CSV UTF-8”")
  }

  /// A byte that the encoding does not allow, with its line where lines end in a byte.
  static func invalid(
    _ file: FileBytes, offset: Int, encoding: TextEncoding
  ) -> TabularError {
    // In UTF-16 a line feed is not one byte.
    let line = encoding.name.hasPrefix("utf-16") ? nil : file.line(at: offset)
    return TabularError(
      .encoding, path: file.path, offset: offset,
      message: "is not valid \(encoding): first bad byte \(hex(file, offset)) at offset "
        + "\(offset)\(line.map { ", line \($0)" } ?? ""); export it as UTF-8, or correct `encoding` in the manifest",
      messageChinese: "不是有效的 \(encoding) 文本:第一个错误字节 \(hex(file, offset)) 位于偏移 "
        + "\(offset)\(line.map { ",第 \($0) 行" } ?? "");请导出为 UTF-8,或更正清单中的 encoding")
  }

  /// A text that no permitted encoding accepts.
  static func neither(_ file: FileBytes, utf8: Int, gb18030: Int) -> TabularError {
    let line = file.line(at: gb18030)
    return TabularError(
      .encoding, path: file.path, offset: gb18030,
      message: "is neither UTF-8 (first bad byte \(hex(file, utf8)) at offset \(utf8)) nor "
        + "GB18030 (first bad byte \(hex(file, gb18030)) at offset \(gb18030), line \(line)); "
        + "export it as UTF-8, or name its `encoding` in the manifest",
      messageChinese: "既不是 UTF-8(第一个错误字节 \(hex(file, utf8)) 位于偏移 \(utf8)),也不是 "
        + "GB18030(第一个错误字节 \(hex(file, gb18030)) 位于偏移 \(gb18030),第 \(line) 行);"
        + "请导出为 UTF-8,或在清单中写明 encoding")
  }

  private static func unavailable(_ file: FileBytes, encoding: TextEncoding) -> TabularError {
    TabularError(
      .unknownEncoding, path: file.path,
      message: "the system's iconv cannot read the encoding \"\(encoding)\"; "
        + "correct `encoding` in the manifest (see `iconv --list`)",
      messageChinese: "系统的 iconv 不能读取编码“\(encoding)”;请更正清单中的 encoding(见 iconv --list)")
  }

  private static func hex(_ file: FileBytes, _ offset: Int) -> String {
    guard offset < file.bytes.count else { return "(end of file)" }
    let digits = String(file.bytes[offset], radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }

  private static func noRoom(_ file: FileBytes, _ folder: String, _ code: Int32) -> TabularError {
    let reason = String(cString: strerror(code))
    return TabularError(
      .unreadable, path: file.path,
      message: "is not UTF-8, and there is no room in \(folder) to convert it (\(reason)); make "
        + "room for up to three times its size, or name another folder by TMPDIR",
      messageChinese: "不是 UTF-8 编码,而 \(folder) 中没有转换所需的空间(\(reason));"
        + "请腾出最多为其三倍大小的空间,或用 TMPDIR 指定另一个目录")
  }
}
