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

  /// The entry of a path; a leading slash means nothing.
  func entry(_ path: String) -> ZipEntry? { entries[Self.key(path)] }

  /// Begins to read an entry's content.
  ///
  /// - Parameter limit: the most bytes that it may unpack to.
  func open(_ entry: ZipEntry, limit: Int = maximumSize) throws -> ZipStream {
    guard !entry.isEncrypted else {
      throw TabularError(
        .unsupported, path: file.path,
        message: "has the encrypted part \(entry.name); remove the password and save it again",
        messageChinese: "其中的部件 \(entry.name) 已加密;请取消密码后重新保存")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw TabularError(
        .unsupported, path: file.path,
        message: "has the part \(entry.name) packed by method \(entry.method), which is not read; "
          + "save it again in Excel",
        messageChinese: "其中的部件 \(entry.name) 使用了不支持的压缩方法 \(entry.method);请用 Excel 重新保存")
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
    guard header >= 0, header + 30 <= bytes.count, ZipDirectory.word(bytes, header) == 0x0403_4B50
    else { throw ZipDirectory.damaged(file, "the part \(entry.name) is not where it should be") }
    let names = ZipDirectory.half(bytes, header + 26) + ZipDirectory.half(bytes, header + 28)
    let start = header + 30 + names
    let end = start + entry.compressedSize
    guard end <= bytes.count else {
      throw ZipDirectory.damaged(file, "the part \(entry.name) is cut short")
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  private func bomb(_ entry: ZipEntry) -> TabularError {
    TabularError(
      .unsupported, path: file.path,
      message: "has the part \(entry.name), whose \(entry.compressedSize) bytes would unpack to "
        + "\(entry.size): that is no table but a bomb, and it was not unpacked",
      messageChinese: "其中的部件 \(entry.name) 有 \(entry.compressedSize) 字节,解压后为 "
        + "\(entry.size) 字节:疑似压缩炸弹,未予解压")
  }

  private static func key(_ name: String) -> String {
    let plain = name.replacing("\\", with: "/").lowercased()
    return plain.hasPrefix("/") ? String(plain.dropFirst()) : plain
  }
}
