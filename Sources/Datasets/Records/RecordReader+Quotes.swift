import Tabular

extension RecordReader {
  /// Whether a field of delimited text was meant to be in quotes but is not read so, for a space stands
  /// before them: `1, "Smith, John"`.
  @inline(never)
  func isMalformed(_ field: TableField, _ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    start[0] == UInt8(ascii: "\"") && !field.isQuoted && field.kind == .text
      && manifest.dialect.hasQuotes
  }

  @inline(never)
  func malformed(
    _ value: inout FieldValue, _ rule: UnsafeMutablePointer<FieldRule>
  ) -> FaultSet {
    value = .null
    return absent(.quoteMalformed, rule)
  }

  /// Takes `=""` away, by which Excel is told to leave a text alone: `="007"` is `007`.
  @inline(never)
  func unwrap(
    _ start: inout UnsafePointer<UInt8>, _ count: inout Int,
    _ rule: UnsafeMutablePointer<FieldRule>
  ) {
    guard
      let inner = TableField.protected(UnsafeBufferPointer(start: start, count: count)),
      let first = inner.baseAddress
    else { return }
    (start, count) = (first, inner.count)
    if rule.pointee.isTrimmed { Self.trim(&start, &count) }
  }
}

extension TableField {
  /// The text in `="…"`; nil where it is another form, or a formula with more in it.
  static func protected(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    let quote = UInt8(ascii: "\"")
    guard bytes.count >= 3, bytes[0] == UInt8(ascii: "="), bytes[1] == quote,
      bytes[bytes.count - 1] == quote
    else { return nil }
    let inner = UnsafeBufferPointer(rebasing: bytes[2..<bytes.count - 1])
    return inner.contains(quote) ? nil : inner
  }
}
