/// Makes small ZIP archives of stored entries, in memory, right or wrong.
struct SyntheticZip {
  struct Entry {
    var name: String
    var content: [UInt8]
    var method = 0
    /// Sizes and checksum stand behind the content, as in archives that were written as a stream.
    var hasDescriptor = false
    /// The sizes are in the ZIP64 extra field.
    var isLarge = false
    var flags = 0
    var checksum: UInt32?
    /// The size that is announced, where it is not the true one.
    var announcedSize: Int?
    /// The packed size and the place that the ZIP64 extra field names, where they are not the true ones.
    var announcedPacked: Int?
    var announcedPlace: Int?
  }

  var entries: [Entry] = []
  /// Whether the archive ends with ZIP64 records.
  var isLarge = false
  var comment: [UInt8] = []
  /// The number of entries that ZIP64 records name, where it is not the true one.
  var announcedCount: Int?

  var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      directory += Self.central(entry, offset: archive.count)
      archive += Self.local(entry)
    }
    let start = archive.count
    archive += directory
    if isLarge {
      let record = archive.count
      archive += Self.little(0x0606_4B50, 4) + Self.little(44, 8) + Self.little(45, 4)
      archive += Self.little(0, 8) + Self.little(entries.count, 8)
      archive += Self.little(announcedCount ?? entries.count, 8)
      archive += Self.little(directory.count, 8) + Self.little(start, 8)
      archive += Self.little(0x0706_4B50, 4) + Self.little(0, 4) + Self.little(record, 8)
      archive += Self.little(1, 4)
    }
    let count = isLarge ? 0xFFFF : entries.count
    archive += Self.little(0x0605_4B50, 4) + Self.little(0, 4)
    archive += Self.little(count, 2) + Self.little(count, 2)
    archive += Self.little(directory.count, 4)
    archive += Self.little(isLarge ? 0xFFFF_FFFF : start, 4)
    return archive + Self.little(comment.count, 2) + comment
  }

  private static func local(_ entry: Entry) -> [UInt8] {
    let isEmpty = entry.hasDescriptor
    var bytes = little(0x0403_4B50, 4) + little(20, 2)
    bytes += little(entry.flags | (isEmpty ? 8 : 0), 2) + little(entry.method, 2) + little(0, 4)
    bytes += little(isEmpty ? 0 : Int(checksum(entry)), 4)
    bytes += little(isEmpty ? 0 : entry.content.count, 4)
    bytes += little(isEmpty ? 0 : entry.content.count, 4)
    bytes += little(entry.name.utf8.count, 2) + little(0, 2)
    bytes += Array(entry.name.utf8) + entry.content
    guard isEmpty else { return bytes }
    bytes += little(0x0807_4B50, 4) + little(Int(checksum(entry)), 4)
    return bytes + little(entry.content.count, 4) + little(entry.content.count, 4)
  }

  private static func central(_ entry: Entry, offset: Int) -> [UInt8] {
    let size = entry.announcedSize ?? entry.content.count
    var bytes = little(0x0201_4B50, 4) + little(20, 2) + little(20, 2)
    bytes += little(entry.flags | (entry.hasDescriptor ? 8 : 0), 2) + little(entry.method, 2)
    bytes += little(0, 4) + little(Int(checksum(entry)), 4)
    bytes += little(entry.isLarge ? 0xFFFF_FFFF : entry.content.count, 4)
    bytes += little(entry.isLarge ? 0xFFFF_FFFF : size, 4)
    bytes += little(entry.name.utf8.count, 2) + little(entry.isLarge ? 28 : 0, 2)
    bytes += little(0, 10) + little(entry.isLarge ? 0xFFFF_FFFF : offset, 4)
    bytes += Array(entry.name.utf8)
    guard entry.isLarge else { return bytes }
    bytes += little(1, 2) + little(24, 2) + little(size, 8)
    return bytes + little(entry.announcedPacked ?? entry.content.count, 8)
      + little(entry.announcedPlace ?? offset, 8)
  }

  private static func checksum(_ entry: Entry) -> UInt32 {
    if let checksum = entry.checksum { return checksum }
    var register = UInt32.max
    for byte in entry.content {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
    }
    return ~register
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
