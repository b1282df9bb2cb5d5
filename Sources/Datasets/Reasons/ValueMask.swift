/// How a personal value is shown where it may not be read: cut where its meaning ends.
///
/// Every mask of a value has a sign in it that no number has, so that a column of numbers keeps it as a text.
///
/// | value | shown |
/// |---|---|
/// | name or other text | the first of up to four characters, else the first two, and an asterisk for each of the others |
/// | resident ID | region and year of birth |
/// | telephone | the first three digits |
/// | address | up to the first number |
/// | date or moment | the year |
/// | number | the band that it is in: 0–9, 10–19, …, 90–99, 100–199, … |
/// | code, truth value | nothing of it |
package enum ValueMask: UInt8, Sendable {
  case text
  case identity
  case telephone
  case address
  case date
  case number
  case code
  /// Nothing is shown, not even that there is a value.
  case withheld

  /// The mask of a field's values.
  package init(_ field: ManifestField) {
    self.init(
      names: [field.name, field.title, field.titleChinese].compactMap(\.self), type: field.type,
      checks: field.checks.map(\.name),
      isCode: field.codeTable != nil || !field.constraints.allowed.isEmpty,
      field.sensitivity)
  }

  /// The mask of the values of a field, by what is known of it.
  ///
  /// - Parameters:
  ///   - names: its name and what people call it.
  ///   - checks: the names of its checks.
  ///   - isCode: whether it has some values and no others.
  package init(
    names: [String], type: FieldType, checks: [String], isCode: Bool, _ sensitivity: Sensitivity
  ) {
    self =
      if sensitivity == .secret {
        .withheld
      } else if isCode {
        .code
      } else if checks.contains("cn.resident-id") {
        .identity
      } else if checks.contains("cn.mobile") || checks.contains("cn.phone") {
        .telephone
      } else {
        switch type {
        case .date, .datetime: .date
        case .integer, .number: .number
        case .boolean: .code
        case .string: names.contains(where: Self.isAddress) ? .address : .text
        }
      }
  }

  /// The mask that fits what a text looks like, where it may not stand in the field that it belongs to.
  package init(like text: String) {
    let bytes = Array(text.utf8)
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let separators = Array("-/: T+() ".utf8)
    self =
      if (bytes.count == 15 || bytes.count == 18) && digits >= bytes.count - 1 {
        .identity
      } else if bytes.withUnsafeBufferPointer(Self.beginsWithYear), bytes.count > 4,
        // Area codes begin with 0.
        bytes[0] == UInt8(ascii: "1") || bytes[0] == UInt8(ascii: "2"),
        bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/") || text.contains("年")
      {
        .date
      } else if digits >= 7, bytes.count <= 20,
        bytes.allSatisfy({ (0x30...0x39).contains($0) || separators.contains($0) })
      {
        .telephone
      } else if Double(text) != nil {
        .number
      } else {
        .text
      }
  }

  private static func isAddress(_ name: String) -> Bool {
    name == "address" || name.hasSuffix("_address") || name.contains("址")
  }

  /// What is shown of a value; its text lies in the arena.
  package func shown(_ value: FieldValue, _ arena: TextArena) -> FieldValue {
    guard value.kind != .null, self != .withheld else { return .null }
    if self == .code { return Self.fixed(Self.hidden, arena) }
    switch value.kind {
    case .null: return .null
    case .integer: return Self.band(Double(value.integer), arena)
    case .real: return Self.band(value.real, arena)
    case .text:
      let bytes = value.bytes
      // Each character of one byte may become an asterisk, and a few are added.
      let room = bytes.count + Self.mostStars
      let out = arena.reserve(room)
      let count = write(bytes, to: out)
      arena.giveBack(room - count)
      return .text(out, count: count)
    }
  }

  /// What is shown of a text; nil for nothing.
  package func shown(_ text: String) -> String? {
    guard self != .withheld else { return nil }
    if self == .code { return text.isEmpty ? "" : "***" }
    if self == .number, let value = Double(text) { return Self.band(value) }
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count + Self.mostStars) { out in
        write(bytes, to: out.baseAddress.unsafelyUnwrapped)
      }
    }
  }

  /// At most so many asterisks tell how long a text is.
  private static let mostStars = 40
  private static let star = UInt8(ascii: "*")
  private static let hidden = Array("***".utf8)

  /// Writes what is shown of a text; returns how many bytes that are.
  private func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutablePointer<UInt8>)
    -> Int
  {
    switch self {
    case .identity where bytes.count == 18: Self.cut(bytes, after: 10, stars: 8, out)
    case .identity where bytes.count == 15: Self.cut(bytes, after: 8, stars: 7, out)
    case .telephone where bytes.count >= 7: Self.cut(bytes, after: 3, stars: bytes.count - 3, out)
    case .date where Self.beginsWithYear(bytes): Self.year(bytes, out)
    case .address: Self.address(bytes, out)
    default: Self.text(bytes, out)
    }
  }

  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, after kept: Int, stars: Int,
    _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    // Cut inside of a character, it is a text of another kind.
    guard bytes.prefix(kept).allSatisfy({ $0 < 0x80 }) else { return text(bytes, out) }
    return copy(bytes, kept, stars: stars, out)
  }

  private static func copy(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kept: Int, stars: Int,
    _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let stars = min(stars, mostStars)
    for index in 0..<kept { out[index] = bytes[index] }
    for index in kept..<(kept + stars) { out[index] = star }
    return kept + stars
  }

  private static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var characters = 0
    for byte in bytes where byte & 0xC0 != 0x80 { characters += 1 }
    let kept = characters > 4 ? 2 : characters > 1 ? 1 : 0
    return copy(bytes, end(of: kept, bytes), stars: characters - kept, out)
  }

  /// Where the first characters end.
  private static func end(of characters: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var left = characters
    for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if left == 0 { return index }
      left -= 1
    }
    return bytes.count
  }

  private static func beginsWithYear(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 4 && bytes.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func year(
    _ bytes: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    for index in 0..<4 { out[index] = bytes[index] }
    let rest = StaticString("-**-**")
    for index in 0..<6 { out[4 + index] = rest.utf8Start[index] }
    return 10
  }

  /// Cut before the first digit, full-width ones too, and a Chinese numeral before what is counted by it;
  /// behind the fourth character where there is none.
  private static func address(
    _ bytes: UnsafeBufferPointer<UInt8>, _ out: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var kept = end(of: 4, bytes)
    var index = 0
    var isCut = false
    while index < bytes.count, !isCut {
      let byte = bytes[index]
      if (0x30...0x39).contains(byte) || isFullWidthDigit(bytes, index)
        || isCounted(bytes, index)
      {
        kept = index
        isCut = true
      }
      index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return copy(bytes, kept, stars: 3, out)
  }

  /// U+FF10 to U+FF19.
  private static func isFullWidthDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBC
      && (0x90...0x99).contains(bytes[index + 2])
  }

  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    guard index + 2 < bytes.count, bytes[index] & 0xF0 == 0xE0 else { return 0 }
    return UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
      | UInt32(bytes[index + 2] & 0x3F)
  }

  // Patterns and not sets: they are asked for each character of a million addresses.
  private static func isNumeral(_ character: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(character) else { return false }
    return switch scalar {
    case "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百",
      "甲", "乙", "丙", "丁", "东", "西", "南", "北":
      true
    default: false
    }
  }

  private static func isCounted(by character: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(character) else { return false }
    return switch scalar {
    case "幢", "栋", "号", "座", "单", "元", "室", "层", "楼", "组", "排", "弄", "户": true
    default: false
    }
  }

  private static func isCounted(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    // U+3007, and what lies from U+4E00 to U+96FF: no other sign is in either list.
    guard bytes[index] >= 0xE3, bytes[index] <= 0xE9, isNumeral(character(bytes, index)) else {
      return false
    }
    var next = index + 3
    while next + 2 < bytes.count, isNumeral(character(bytes, next)) { next += 3 }
    return isCounted(by: character(bytes, next))
  }

  private static func fixed(_ text: [UInt8], _ arena: TextArena) -> FieldValue {
    let out = arena.reserve(text.count)
    out.update(from: text, count: text.count)
    return .text(out, count: text.count)
  }

  private static func band(_ value: Double, _ arena: TextArena) -> FieldValue {
    fixed(Array(band(value).utf8), arena)
  }

  /// The band that a number is in: its first digit, and all that may follow.
  private static func band(_ value: Double) -> String {
    guard value > -1e15, value < 1e15 else { return "***" }
    if value < 0 { return "−" + band(-value) }
    var step: Int64 = 10
    while Double(step) * 10 <= value { step *= 10 }
    let low = (Int64(exactly: (value / Double(step)).rounded(.down)) ?? 0) * step
    return "\(low)–\(low + step - 1)"
  }
}

extension Manifest {
  /// How a sealed field is shown; nothing is shown of a position, whose row has that of its cell.
  package func mask(of field: ManifestField) -> ValueMask {
    sealsPositions && positionFields.contains(field.name) ? .withheld : ValueMask(field)
  }

  /// What is shown of a value at fault, which is in the clear where neither its field nor the row is
  /// protected.
  ///
  /// - Parameter mayBeAnother: whether it may belong to another field, as where the values of a refused row
  ///   slipped into the next columns; then it has the mask of what it looks like.
  package func shownFault(_ value: String, of field: ManifestField, mayBeAnother: Bool) -> String? {
    let mask = mask(of: field)
    guard field.sensitivity == .none, mask != .withheld else { return mask.shown(value) }
    return mayBeAnother
      ? ValueMask(like: value).shown(value) : Reason.masked(value, .none)
  }
}
