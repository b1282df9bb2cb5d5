import Glibc

/// Which encoding a text file is in, decided over the whole file and never by sampling.
///
/// The order: a byte order mark, of UTF-8 or UTF-16; strict UTF-8 over all bytes; strict GB 18030
/// over all bytes. A declared encoding is tried alone; UTF-16 without its mark must be declared. There are no detectors: they take short Chinese texts for
/// Thai or Cyrillic.
struct EncodingDecision {
  let encoding: TextEncoding
  /// How many bytes of byte order mark to leave out.
  let prefix: Int
  /// The text in UTF-8, where the file was in something else.
  let converter: EncodingConverter?

  /// Decides, or throws the first offset that no permitted encoding accepts.
  init(_ file: FileBytes, declared: TextEncoding?) throws {
    let bytes = file.bytes
    if let order = try Self.byteOrder(file, declared: declared) {
      self = try Self(file, utf16: order)
      return
    }
    let prefix = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > prefix else { throw FileBytes.emptyError(path: file.path) }
    if prefix > 0 || declared == .utf8 || declared == nil {
      guard let bad = try UTF8Scan.firstInvalidOffset(in: file, from: prefix) else {
        (encoding, self.prefix, converter) = (.utf8, prefix, nil)
        return
      }
      try Self.refuseNUL(file)
      if prefix > 0 || declared == .utf8 {
        throw Self.invalid(file, offset: bad, encoding: .utf8)
      }
      do {
        converter = try EncodingConverter(bytes, from: .gb18030)
      } catch .invalid(let badGB) {
        throw Self.neither(file, utf8: bad, gb18030: badGB)
      } catch {
        throw Self.unavailable(file, encoding: .gb18030)
      }
      (encoding, self.prefix) = (.gb18030, 0)
      return
    }
    try Self.refuseNUL(file)
    let chosen = declared ?? .utf8
    do {
      converter = try EncodingConverter(bytes, from: chosen)
    } catch .invalid(let bad) {
      throw Self.invalid(file, offset: bad, encoding: chosen)
    } catch {
      throw Self.unavailable(file, encoding: chosen)
    }
    (encoding, self.prefix) = (chosen, 0)
  }

  /// Puts together what was decided elsewhere.
  init(encoding: TextEncoding, prefix: Int, converter: EncodingConverter?) {
    (self.encoding, self.prefix, self.converter) = (encoding, prefix, converter)
  }

  private static func refuseNUL(_ file: FileBytes) throws {
    let bytes = file.bytes
    guard let base = bytes.baseAddress, let found = memchr(base, 0, bytes.count) else { return }
    throw nul(file, at: base.distance(to: UnsafeRawPointer(found)))
  }

  static func nul(_ file: FileBytes, at offset: Int) -> TabularError {
    TabularError(
      .nulByte, path: file.path, offset: offset,
      message: "has a NUL byte at offset \(offset), so it is not delimited text "
        + "(UTF-16, a workbook, or a damaged file?); export it as \"CSV UTF-8\"",
      messageChinese: "在偏移 \(offset) 处有 NUL 字节,不是分隔文本(可能是 UTF-16、工作簿或已损坏);"
        + "请导出为“CSV UTF-8”")
  }

  static func invalid(
    _ file: FileBytes, offset: Int, encoding: TextEncoding
  ) -> TabularError {
    TabularError(
      .encoding, path: file.path, offset: offset,
      message: "is not valid \(encoding): first bad byte \(hex(file, offset)) at offset "
        + "\(offset); export it as UTF-8, or correct `encoding` in the manifest",
      messageChinese: "不是有效的 \(encoding) 文本:第一个错误字节 \(hex(file, offset)) 位于偏移 "
        + "\(offset);请导出为 UTF-8,或更正清单中的 encoding")
  }

  private static func neither(_ file: FileBytes, utf8: Int, gb18030: Int) -> TabularError {
    TabularError(
      .encoding, path: file.path, offset: gb18030,
      message: "is neither UTF-8 (first bad byte \(hex(file, utf8)) at offset \(utf8)) nor "
        + "GB18030 (first bad byte \(hex(file, gb18030)) at offset \(gb18030)); "
        + "export it as UTF-8, or name its `encoding` in the manifest",
      messageChinese: "既不是 UTF-8(第一个错误字节 \(hex(file, utf8)) 位于偏移 \(utf8)),也不是 "
        + "GB18030(第一个错误字节 \(hex(file, gb18030)) 位于偏移 \(gb18030));"
        + "请导出为 UTF-8,或在清单中写明 encoding")
  }

  static func unavailable(_ file: FileBytes, encoding: TextEncoding) -> TabularError {
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
}
