import Glibc

/// A ZIP archive (APPNOTE 6.3.10, ISO/IEC 21320-1) in memory, read by its central directory.
///
/// The directory is the only truth about sizes: local headers of archives that were written as a
/// stream (data descriptors) have none. ZIP64 is read. Nothing is unpacked to disk, so the names
/// of entries cannot lead anywhere.
final class ZipArchive: Sendable {
  let file: FileBytes
  /// The entries by their path in lower case, since some producers mix cases.
  private let entries: [String: ZipEntry]

  /// The largest content of one entry, in bytes.
  static let maximumSize = 16 << 30
  /// The largest content of a part that is kept in memory: the list of sheets, the styles.
  static let maximumListSize = 64 << 20
  /// How many times larger than its packed form an entry may be.
  ///
  /// Sheets of many empty rows reach 100. Deflate's limit is 1,032, which only bombs come near.
  static let maximumRatio = 400
  /// Below this size the ratio does not matter, in bytes.
  static let ratioThreshold = 32 << 20

  /// Reads the central directory.
  ///
  /// - Throws: `TabularError` of kind `truncated`, `malformed` or `unsupported`.
  init(_ file: FileBytes) throws {
    self.file = file
    let directory = try ZipDirectory(file)
    var entries: [String: ZipEntry] = [:]
    entries.reserveCapacity(directory.entries.count)
    for entry in directory.entries { entries[Self.key(entry.name)] = entry }
    self.entries = entries
  }

  /// The paths of all entries, folders included.
  var names: [String] { entries.values.map(\.name) }

  /// The entry of a path; a leading slash means nothing.
  func entry(_ path: String) -> ZipEntry? { entries[Self.key(path)] }

  /// All of an entry's content.
  func content(of entry: ZipEntry) throws -> [UInt8] {
    let stream = try open(entry)
    var content = [UInt8](repeating: 0, count: entry.size)
    var done = 0
    while done < content.count {
      let count = try content.withUnsafeMutableBytes {
        try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[done...]))
      }
      guard count > 0 else { break }
      done += count
    }
    // The end is where the checksum is compared.
    var rest: UInt8 = 0
    _ = try withUnsafeMutableBytes(of: &rest) { try stream.read(into: $0) }
    return content
  }

  /// Begins to read an entry's content.
  ///
  /// - Parameter limit: the most bytes that it may unpack to.
  func open(_ entry: ZipEntry, limit: Int = maximumSize) throws -> ZipStream {
    guard !entry.isEncrypted else {
      throw TabularError(.unsupported, path: file.path, .archive(.encryptedPart(entry.name)))
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw TabularError(
        .unsupported, path: file.path, .archive(.packingMethod(entry.method, part: entry.name)))
    }
    let ratio = entry.size / max(1, entry.compressedSize)
    let isBomb = entry.size > Self.ratioThreshold && ratio > Self.maximumRatio
    guard entry.size <= limit, !isBomb else { throw bomb(entry) }
    return try ZipStream(file, entry, packed: packed(entry))
  }

  /// Where the packed bytes of an entry lie.
  private func packed(_ entry: ZipEntry) throws -> UnsafeRawBufferPointer {
    let bytes = file.bytes
    let header = entry.offset
    guard header >= 0, header <= bytes.count - 30, ZipDirectory.word(bytes, header) == 0x0403_4B50
    else { throw ZipDirectory.damaged(file, .partPlace(entry.name)) }
    let names = ZipDirectory.half(bytes, header + 26) + ZipDirectory.half(bytes, header + 28)
    let start = header + 30 + names
    guard start <= bytes.count, entry.compressedSize <= bytes.count - start else {
      throw ZipDirectory.damaged(file, .partCut(entry.name))
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + entry.compressedSize])
  }

  private func bomb(_ entry: ZipEntry) -> TabularError {
    TabularError(
      .unsupported, path: file.path,
      .archive(.bomb(part: entry.name, packed: entry.compressedSize, size: entry.size)))
  }

  private static func key(_ name: String) -> String {
    let plain = name.replacing("\\", with: "/").lowercased()
    return plain.hasPrefix("/") ? String(plain.dropFirst()) : plain
  }
}
