import Glibc

/// A strict reader of delimited text (RFC 4180) that yields places, not strings.
///
/// The rules, where RFC 4180 leaves room:
/// * a record ends with CR LF, LF or CR; the last one may lack its line end;
/// * a quote opens a quoted field only as the field's first byte; anywhere else in an unquoted
///   field it is an ordinary character (`12" pipe`);
/// * in a quoted field two quotes mean one, and line ends are content;
/// * behind a closing quote only a delimiter, a line end or the end of the text may stand.
///   Otherwise, or where the field never ends, the record is malformed: it is cut at the end of
///   its first physical line and reading goes on with the next line;
/// * a record whose fields are all empty is blank.
///
/// ```swift
/// var reader = CSVReader(text: file.text, dialect: TableDialect())
/// while let row = reader.next() { for field in reader.fields { use(field.bytes) } }
/// ```
package struct CSVReader: ~Copyable {
  private let base: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var position: UnsafePointer<UInt8>
  private var line = 1
  private var number = 0
  private let delimiter: UInt8
  private let delimiterWord: UInt64
  /// What opens a quoted field; NUL, which no text has, where nothing does.
  private let quote: UInt8
  private let skipsInitialSpace: Bool
  /// How many fields the record before has.
  private var width = 0
  /// The quoted values that go over several lines.
  package private(set) var quotedLines = QuotedLines()
  private var slots: UnsafeMutablePointer<TableField>
  private var capacity = 64
  private var count = 0

  /// Reads a decoded file, which must outlive the reader.
  package init(_ file: TextFile, dialect: TableDialect = TableDialect()) {
    self.init(text: file.text, dialect: dialect)
  }

  /// Reads UTF-8 text, which must outlive the reader.
  ///
  /// - Parameter first: the offset behind a first line that is no record.
  package init(
    text: UnsafeRawBufferPointer, dialect: TableDialect = TableDialect(), skipping first: Int = 0
  ) {
    slots = .allocate(capacity: 64)
    let bytes = text.bindMemory(to: UInt8.self)
    base =
      bytes.baseAddress
      ?? UnsafePointer(UnsafeRawPointer(slots).assumingMemoryBound(to: UInt8.self))
    end = base + bytes.count
    position = base + first
    if first > 0 { line = 2 }
    delimiter = dialect.delimiter
    delimiterWord = UInt64(dialect.delimiter) &* 0x0101_0101_0101_0101
    quote = dialect.hasQuotes ? UInt8(ascii: "\"") : 0
    skipsInitialSpace = dialect.skipsInitialSpace && dialect.delimiter != 0x20
  }

  deinit { slots.deallocate() }

  /// The fields of the record that `next()` returned last.
  ///
  /// Valid until the next call.
  package var fields: UnsafeBufferPointer<TableField> {
    UnsafeBufferPointer(start: slots, count: count)
  }

  /// How many bytes of the text have been read.
  package var bytesRead: Int { position - base }

  /// Counts records from 1 again: what was read so far were titles and the header.
  package mutating func startCounting() {
    number = 0
    quotedLines = QuotedLines()
  }

  /// The next record, or nil at the end.
  ///
  /// A record of one empty field is a blank line; the line end that closes the last record does
  /// not begin another.
  package mutating func next() -> TableRow? {
    guard position < end else { return nil }
    number &+= 1
    count = 0
    let start = position
    let firstLine = line
    let fault = scanFields()
    if fault != .none { return cutMalformed(from: start, line: firstLine, fault: fault) }
    let stop = position
    skipLineEnd()
    var content: Int32 = 0
    for index in 0..<count { content |= slots[index].count }
    width = count
    return TableRow(
      number: number, line: firstLine, start: start - base, end: stop - base,
      fieldCount: count, isBlank: content == 0)
  }

  /// Reads fields up to the line end or the end of the text, where `position` is left.
  private mutating func scanFields() -> TableRow.Fault {
    var at = position
    while true {
      if count == capacity {
        guard count < TableRow.mostFields else { return .tooManyFields }
        grow()
      }
      if skipsInitialSpace { while at < end, at[0] == 0x20 { at += 1 } }
      if at < end, at[0] == quote {
        let fault = scanQuoted(&at)
        if fault != .none { return fault }
      } else {
        let stop = fieldEnd(at)
        slots[count] = TableField(start: at, count: Int32(truncatingIfNeeded: stop - at))
        at = stop
      }
      count &+= 1
      guard at < end, at[0] == delimiter else {
        position = at
        return .none
      }
      at += 1
    }
  }

  /// The first delimiter, CR or LF at or behind `start`, or the end: eight bytes at a time.
  @inline(__always)
  private func fieldEnd(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = start
    while at + 8 <= end {
      let word = UnsafeRawPointer(at).loadUnaligned(as: UInt64.self).littleEndian
      let a = word ^ delimiterWord
      let b = word ^ 0x0A0A_0A0A_0A0A_0A0A
      let c = word ^ 0x0D0D_0D0D_0D0D_0D0D
      // A zero byte of a, b or c sets its high bit; the lowest one set is exact.
      let hits = ((a &- ones) & ~a | (b &- ones) & ~b | (c &- ones) & ~c) & highs
      if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
      at += 8
    }
    while at < end, at[0] != delimiter, at[0] != 0x0A, at[0] != 0x0D { at += 1 }
    return at
  }

  /// Reads a quoted field that begins at `at`, and leaves `at` behind its closing quote.
  private mutating func scanQuoted(_ at: inout UnsafePointer<UInt8>) -> TableRow.Fault {
    let start = at + 1
    let limit = end - start > TableRow.longestQuoted ? start + TableRow.longestQuoted : end
    var from = start
    var doubled = false
    while true {
      guard let found = memchr(from, Int32(UInt8(ascii: "\"")), limit - from) else {
        return .unterminatedQuote
      }
      let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      let next = quote + 1
      if next < end, next[0] == UInt8(ascii: "\"") {
        doubled = true
        from = next + 1
        if from >= limit { return .unterminatedQuote }
        continue
      }
      if next < end, next[0] != delimiter, next[0] != 0x0A, next[0] != 0x0D {
        return .textAfterQuote
      }
      slots[count] = TableField(
        start: start, count: Int32(truncatingIfNeeded: quote - start), isQuoted: true,
        hasDoubledQuotes: doubled)
      let content = UnsafeBufferPointer(start: start, count: quote - start)
      let ends = Self.lineEnds(in: content)
      if ends > 0 { note(content, ends: ends) }
      line &+= ends
      at = next
      return .none
    }
  }

  private static func lineEnds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var ends = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D { ends &+= 1 }
      previous = byte
    }
    return ends
  }

  /// Counts a quoted value that goes over several lines, and looks whether these are as many fields as
  /// whole records have.
  private mutating func note(_ content: UnsafeBufferPointer<UInt8>, ends: Int) {
    if quotedLines.values == 0 { quotedLines.firstLine = line }
    quotedLines.values &+= 1
    guard width > 1 else { return }
    let delimiters = content.reduce(0) { $0 + ($1 == delimiter ? 1 : 0) }
    if delimiters == ends * (width - 1) { quotedLines.likeRows &+= 1 }
  }

  /// Ends a malformed record at its first physical line end, so that one stray quote costs one
  /// line and not the rest of the file.
  private mutating func cutMalformed(
    from start: UnsafePointer<UInt8>, line firstLine: Int, fault: TableRow.Fault
  ) -> TableRow {
    var stop = start
    while stop < end, stop[0] != 0x0A, stop[0] != 0x0D { stop += 1 }
    position = stop
    line = firstLine
    count = 0
    skipLineEnd()
    return TableRow(
      number: number, line: firstLine, start: start - base, end: stop - base, fieldCount: 0,
      fault: fault)
  }

  private mutating func skipLineEnd() {
    guard position < end else { return }
    let isReturn = position[0] == 0x0D
    position += 1
    if isReturn, position < end, position[0] == 0x0A { position += 1 }
    line &+= 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<TableField>.allocate(capacity: capacity * 2)
    larger.update(from: slots, count: count)
    slots.deallocate()
    slots = larger
    capacity *= 2
  }
}
