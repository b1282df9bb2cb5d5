/// Reads the attribute table of a Shapefile (dBase III and relatives) as text.
///
/// Values are what the file holds: `012345` in a numeric field stays so, dates stay
/// eight digits, logical values one letter. Blanks at the end (and at both ends of
/// numbers) are padding; a value of blanks, or a number of asterisks, is nil.
package struct DBFReader: Sendable {
  struct Field {
    /// Where in the file the name is.
    var nameRange: Range<Int>
    var type: UInt8
    var start: Int
    var width: Int
  }

  let file: String
  private let owner: FileBytes
  var bytes: UnsafeRawBufferPointer { owner.bytes }
  private(set) var fields: [Field] = []
  package private(set) var recordCount = 0
  private var headerLength = 0
  private var recordLength = 0

  /// Reads the header; throws `TabularError` where it is damaged, names a kind
  /// of field that is not read, or announces more records than the file holds.
  package init(_ bytes: [UInt8], file: String) throws {
    try self.init(FileBytes(path: file, copying: bytes), file: file)
  }

  /// Reads the header of a file, as ``init(_:file:)`` for bytes.
  package init(_ owner: FileBytes, file: String) throws {
    self.owner = owner
    self.file = file
    guard bytes.count >= 32 else { throw truncated(.header(32)) }
    recordCount = Int(word32(4))
    headerLength = word16(8)
    recordLength = word16(10)
    guard headerLength >= 33, recordLength >= 1 else {
      throw TabularError(.malformed, path: file, .dbf(.notATable(header: headerLength)))
    }
    guard bytes.count >= headerLength else {
      throw truncated(.header(headerLength))
    }
    try readFields()
    let needed = headerLength + recordCount * recordLength
    guard bytes.count >= needed else {
      let whole = (bytes.count - headerLength) / recordLength
      throw truncated(.records(recordCount, bytes: needed, endsIn: whole + 1))
    }
  }

  /// The language driver: which code page the texts are said to be in.
  package var languageDriver: UInt8 { bytes[29] }

  /// The number, from 1, of the record that has a byte.
  func record(at offset: Int) -> Int { max(1, (offset - headerLength) / recordLength + 1) }

  private mutating func readFields() throws {
    var place = 32
    var start = 1
    let isWide = hasWideFields()
    while place + 32 <= headerLength, bytes[place] != 0x0D {
      let name = bytes[place..<place + 11].prefix { $0 != 0 }
      let type = bytes[place + 11]
      guard "CNFDL".utf8.contains(type) || DBFBinary.isBinary(type, width: bytes[place + 16]) else {
        let letter = String(decoding: [type], as: UTF8.self)
        throw TabularError(
          .unsupported, path: file, .dbf(.unreadField(fields.count + 1, type: letter)))
      }
      let width = isWide && type == UInt8(ascii: "C") ? word16(place + 16) : Int(bytes[place + 16])
      fields.append(
        Field(nameRange: place..<place + name.count, type: type, start: start, width: width))
      start += width
      place += 32
    }
    guard start == recordLength else {
      let fact: DBFFact =
        start > recordLength
        ? .fieldsTooLong(fields: start, records: recordLength)
        : .fieldsTooShort(fields: start, records: recordLength)
      throw TabularError(.malformed, path: file, .dbf(fact))
    }
  }

  /// Whether the widths of text fields have a second byte, as FoxPro and Clipper write more than 255.
  ///
  /// Other fields have the number of their decimals there. The length of the records tells.
  private func hasWideFields() -> Bool {
    var (plain, wide) = (1, 1)
    for place in stride(from: 32, through: headerLength - 32, by: 32) {
      if bytes[place] == 0x0D { break }
      plain += Int(bytes[place + 16])
      wide += bytes[place + 11] == UInt8(ascii: "C") ? word16(place + 16) : Int(bytes[place + 16])
    }
    return plain != recordLength && wide == recordLength
  }

  /// The name of a field as its bytes stand.
  func rawName(_ field: Field) -> Slice<UnsafeRawBufferPointer> { bytes[field.nameRange] }

  /// Whether the record (from 0) is marked as deleted.
  func isDeleted(_ record: Int) throws -> Bool {
    switch bytes[headerLength + record * recordLength] {
    case 0x20: return false
    case 0x2A: return true
    case let other:
      throw TabularError(
        .malformed, path: file,
        .dbf(
          .recordMark(record: record + 1, byte: headerLength + record * recordLength, found: other))
      )
    }
  }

  /// The bytes of a value without its padding, and whether they fill the field; none of a value that
  /// is no text.
  func value(_ record: Int, _ field: Field) -> (bytes: Slice<UnsafeRawBufferPointer>, isFull: Bool)
  {
    let start = headerLength + record * recordLength + field.start
    if DBFBinary.isBinary(field.type) { return (bytes[start..<start], false) }
    var value = bytes[start..<start + field.width]
    while let last = value.last, last == 0x20 || last == 0 { value.removeLast() }
    let isFull = value.count == field.width
    guard field.type != 0x43 else { return (value, isFull) }
    while value.first == 0x20 { value.removeFirst() }
    let isNull =
      switch field.type {
      case 0x4C: value.first == 0x3F
      case 0x44: value.allSatisfy { $0 == 0x30 }
      default: value.allSatisfy { $0 == 0x2A }
      }
    return (isNull ? value.prefix(0) : value, isFull)
  }

  /// The bytes of a value that is no text, all of them.
  func raw(_ record: Int, _ field: Field) -> UnsafeRawBufferPointer {
    let start = headerLength + record * recordLength + field.start
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + field.width])
  }

  private func truncated(_ cut: DBFFact.Cut) -> TabularError {
    TabularError(.truncated, path: file, .dbf(.truncated(byte: bytes.count, cut)))
  }

  private func word16(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }

  private func word32(_ place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) }
  }
}
