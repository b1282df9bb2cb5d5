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
    TabularError(.nulByte, path: file.path, offset: offset, .text(.nul(offset: offset)))
  }

  /// A byte that the encoding does not allow, with its line where lines end in a byte.
  static func invalid(
    _ file: FileBytes, offset: Int, encoding: TextEncoding
  ) -> TabularError {
    // In UTF-16 a line feed is not one byte.
    let line = encoding.name.hasPrefix("utf-16") ? nil : file.line(at: offset)
    return TabularError(
      .encoding, path: file.path, offset: offset,
      .text(
        .invalid(
          encoding: encoding.name, bad(file, offset, isUTF8: encoding == .utf8), line: line)))
  }

  /// A text that no permitted encoding accepts.
  static func neither(_ file: FileBytes, utf8: Int, gb18030: Int) -> TabularError {
    TabularError(
      .encoding, path: file.path, offset: gb18030,
      .text(
        .neither(utf8: bad(file, utf8), gb18030: bad(file, gb18030), line: file.line(at: gb18030))))
  }

  /// A text that GB 18030 would make hardly Chinese.
  static func unlikely(_ file: FileBytes, at offset: Int) -> TabularError {
    TabularError(
      .encoding, path: file.path, offset: offset,
      .text(.unlikely(offset: offset, line: file.line(at: offset))))
  }

  private static func unavailable(_ file: FileBytes, encoding: TextEncoding) -> TabularError {
    TabularError(.unknownEncoding, path: file.path, .text(.unavailable(encoding: encoding.name)))
  }

  private static func bad(
    _ file: FileBytes, _ offset: Int, isUTF8: Bool = false
  ) -> TextFact.BadByte {
    let isCut = offset >= file.bytes.count || isUTF8 && UTF8Likeness.isCut(file.bytes, at: offset)
    return TextFact.BadByte(offset: offset, value: isCut ? nil : file.bytes[offset])
  }

  private static func noRoom(_ file: FileBytes, _ folder: String, _ code: Int32) -> TabularError {
    TabularError(.unreadable, path: file.path, .text(.noRoom(folder: folder, code: code)))
  }
}
