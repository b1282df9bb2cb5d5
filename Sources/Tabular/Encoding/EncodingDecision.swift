/// Which encoding a text file is in, decided over the whole file and never by sampling.
///
/// The order: a byte order mark, of UTF-8 or UTF-16; strict UTF-8 over all bytes; strict GB 18030
/// over all bytes. A text that is UTF-8 but for a fault is not tried as GB 18030, which accepts nearly
/// any bytes; nor is what would be hardly Chinese as GB 18030 (``ChineseLikeness``). A declared encoding is
/// tried alone; UTF-16 without its mark must be declared.
/// There are no detectors: they take short Chinese texts for Thai or Cyrillic.
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
      let bad: Int
      switch UTF8Scan.firstFault(in: file, from: prefix) {
      case nil:
        (encoding, self.prefix, converter) = (.utf8, prefix, nil)
        return
      case .nul(let offset): throw Self.nul(file, at: offset)
      case .invalid(let offset): bad = offset
      }
      try Self.refuseNUL(file)
      if prefix > 0 || declared == .utf8 || UTF8Likeness(bytes, faultAt: bad).isNearlyUTF8 {
        throw Self.invalid(file, offset: bad, encoding: .utf8)
      }
      do {
        converter = try EncodingConverter(file, from: .gb18030)
      } catch .invalid(let badGB) {
        throw Self.neither(file, utf8: bad, gb18030: badGB)
      } catch {
        throw Self.error(error, file, encoding: .gb18030)
      }
      let likeness = ChineseLikeness(file, from: bad)
      if likeness.isUnlikely {
        throw Self.unlikely(file, at: likeness.firstOther ?? likeness.first ?? bad)
      }
      (encoding, self.prefix) = (.gb18030, 0)
      return
    }
    try Self.refuseNUL(file)
    let chosen = declared ?? .utf8
    converter = try Self.converter(file, skipping: 0, from: chosen)
    (encoding, self.prefix) = (chosen, 0)
  }

  /// Puts together what was decided elsewhere.
  init(encoding: TextEncoding, prefix: Int, converter: EncodingConverter?) {
    (self.encoding, self.prefix, self.converter) = (encoding, prefix, converter)
  }

  private static func refuseNUL(_ file: FileBytes) throws {
    if let offset = file.firstOffset(of: 0) { throw nul(file, at: offset) }
  }
}
