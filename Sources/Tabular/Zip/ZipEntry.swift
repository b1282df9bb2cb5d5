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
