/// The central directory of a ZIP archive.
struct ZipDirectory {
  let entries: [ZipEntry]

  /// More than any workbook has; a bomb may have millions.
  static let maximumEntries = 20_000

  /// Finds the directory from the end of the archive and reads it.
  init(_ file: FileBytes) throws {
    let bytes = file.bytes
    guard let end = Self.endRecord(bytes) else {
      throw TabularError(.truncated, path: file.path, .archive(.withoutEnd))
    }
    var count = Self.half(bytes, end + 10)
    var offset = Self.word(bytes, end + 16)
    if count == 0xFFFF || offset == 0xFFFF_FFFF || Self.word(bytes, end + 12) == 0xFFFF_FFFF {
      (count, offset) = try Self.largeEndRecord(file, before: end)
    }
    guard count >= 0 else { throw Self.damaged(file, .largeEndRecord) }
    guard count <= Self.maximumEntries else {
      throw TabularError(.unsupported, path: file.path, .archive(.tooManyParts(count)))
    }
    var entries: [ZipEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(try Self.entry(file, &offset)) }
    self.entries = entries
  }

  /// Where the end record begins: the last one whose comment reaches the end of the file.
  private static func endRecord(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var at = bytes.count - 22
    let lowest = max(0, at - 0xFFFF)
    while at >= lowest {
      if word(bytes, at) == 0x0605_4B50, at + 22 + half(bytes, at + 20) <= bytes.count {
        return at
      }
      at -= 1
    }
    return nil
  }

  /// The count and offset of the ZIP64 end record, which a locator names.
  private static func largeEndRecord(
    _ file: FileBytes, before end: Int
  ) throws -> (count: Int, offset: Int) {
    let bytes = file.bytes
    let locator = end - 20
    guard locator >= 0, word(bytes, locator) == 0x0706_4B50 else {
      return (half(bytes, end + 10), word(bytes, end + 16))
    }
    let record = long(bytes, locator + 8)
    guard record >= 0, record <= bytes.count - 56, word(bytes, record) == 0x0606_4B50 else {
      throw damaged(file, .largeEndRecord)
    }
    return (long(bytes, record + 32), long(bytes, record + 48))
  }

  private static func entry(_ file: FileBytes, _ offset: inout Int) throws -> ZipEntry {
    let bytes = file.bytes
    guard offset >= 0, offset <= bytes.count - 46, word(bytes, offset) == 0x0201_4B50 else {
      throw damaged(file, .list(offset: offset))
    }
    let nameLength = half(bytes, offset + 28)
    let extraLength = half(bytes, offset + 30)
    let next = offset + 46 + nameLength + extraLength + half(bytes, offset + 32)
    guard next <= bytes.count else { throw damaged(file, .listCut) }
    var size = word(bytes, offset + 24)
    var packed = word(bytes, offset + 20)
    var place = word(bytes, offset + 42)
    let extra = offset + 46 + nameLength
    readLargeSizes(bytes, extra..<extra + extraLength, &size, &packed, &place)
    guard size >= 0, packed >= 0, place >= 0 else {
      throw damaged(file, .partSize)
    }
    let name = bytes[(offset + 46)..<(offset + 46 + nameLength)]
    defer { offset = next }
    return ZipEntry(
      name: String(decoding: name, as: UTF8.self),
      method: UInt16(half(bytes, offset + 10)),
      isEncrypted: half(bytes, offset + 8) & 1 != 0,
      checksum: UInt32(truncatingIfNeeded: word(bytes, offset + 16)),
      compressedSize: packed, size: size, offset: place)
  }

  /// Reads the ZIP64 extra field, which holds only what did not fit, in this order.
  private static func readLargeSizes(
    _ bytes: UnsafeRawBufferPointer, _ extra: Range<Int>, _ size: inout Int, _ packed: inout Int,
    _ place: inout Int
  ) {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound {
      let end = min(extra.upperBound, at + 4 + half(bytes, at + 2))
      if half(bytes, at) == 1 {
        at += 4
        if size == 0xFFFF_FFFF, at + 8 <= end {
          size = long(bytes, at)
          at += 8
        }
        if packed == 0xFFFF_FFFF, at + 8 <= end {
          packed = long(bytes, at)
          at += 8
        }
        if place == 0xFFFF_FFFF, at + 8 <= end { place = long(bytes, at) }
        return
      }
      at = end
    }
  }

  static func damaged(_ file: FileBytes, _ damage: ArchiveFact.Damage) -> TabularError {
    TabularError(.malformed, path: file.path, .archive(.damaged(damage)))
  }

  static func half(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  private static func long(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
    Int(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self)))
  }
}

/// One file in a ZIP archive, as the central directory describes it.
struct ZipEntry: Sendable {
  /// The path, with `/` between its parts.
  let name: String
  /// 0 stored, 8 deflated.
  let method: UInt16
  let isEncrypted: Bool
  /// The CRC-32 of the content.
  let checksum: UInt32
  /// The size in the archive, in bytes.
  let compressedSize: Int
  /// The size of the content, in bytes.
  let size: Int
  /// Where the local header begins in the archive.
  let offset: Int
}
