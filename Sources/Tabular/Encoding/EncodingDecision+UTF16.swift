import Glibc

extension EncodingDecision {
  /// The byte order of a text in UTF-16: by its mark, else as declared; nil where the text is in
  /// something else.
  ///
  /// - Throws: where mark and declaration contradict each other, or neither tells the order.
  static func byteOrder(_ file: FileBytes, declared: TextEncoding?) throws -> TextEncoding? {
    let marks: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian]
    let marked = marks.first { file.bytes.starts(with: mark(of: $0)) }
    switch declared {
    case nil: return marked
    case .utf16LittleEndian, .utf16BigEndian:
      if let marked, marked != declared { throw contradiction(file, marked, declared) }
      return declared
    case .utf16:
      guard let marked else { throw withoutMark(file) }
      return marked
    default:
      if let marked { throw contradiction(file, marked, declared) }
      return nil
    }
  }

  /// Decodes UTF-16 strictly: no half of a pair, no odd byte, no NUL.
  init(_ file: FileBytes, utf16 encoding: TextEncoding) throws {
    let isMarked = file.bytes.starts(with: Self.mark(of: encoding))
    let prefix = isMarked ? 2 : 0
    guard file.bytes.count > prefix else { throw FileBytes.emptyError(path: file.path) }
    let converter = try Self.converter(file, skipping: prefix, from: encoding)
    if let nul = FileBytes.firstOffset(of: 0, in: converter.text, release: converter.release) {
      throw Self.nul(file, at: converter.originalOffset(of: nul))
    }
    self.init(encoding: encoding, prefix: prefix, converter: converter)
  }

  private static func mark(of encoding: TextEncoding) -> [UInt8] {
    encoding == .utf16BigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
  }

  private static func contradiction(
    _ file: FileBytes, _ marked: TextEncoding, _ declared: TextEncoding?
  ) -> TabularError {
    TabularError(
      .utf16, path: file.path, offset: 0,
      .text(.contradiction(marked: marked.name, declared: declared?.name ?? "")))
  }

  private static func withoutMark(_ file: FileBytes) -> TabularError {
    TabularError(.utf16, path: file.path, offset: 0, .text(.withoutMark))
  }
}
