/// Reads one stream of an OLE 2 container (MS-CFB), every step checked.
struct CompoundStream {
  private let bytes: UnsafeRawBufferPointer
  private let sectorSize: Int
  private var table: [UInt32] = []

  /// The bytes of the stream that has one of the names; nil where there is none or the container is
  /// damaged.
  static func bytes(named names: [String], in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    guard let container = CompoundStream(bytes) else { return nil }
    return container.stream(names)
  }

  private init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 1536 else { return nil }
    self.bytes = bytes
    let shift = bytes.little16(30)
    guard shift == 9 || shift == 12 else { return nil }
    sectorSize = 1 << shift
    var sectors: [UInt32] = (0..<109).map { bytes.little32(76 + 4 * $0) }
    var next = bytes.little32(68)
    let perSector = sectorSize / 4
    // A chain in circles names more sectors than there are.
    while let place = place(next), sectors.count < bytes.count / sectorSize + 109 {
      sectors += (0..<perSector - 1).map { bytes.little32(place + 4 * $0) }
      next = bytes.little32(place + sectorSize - 4)
    }
    for sector in sectors {
      guard let place = place(sector), table.count < bytes.count / 4 else { continue }
      for index in 0..<perSector { table.append(bytes.little32(place + 4 * index)) }
    }
  }

  /// Where a sector begins; nil for the marks of ends and what lies behind the file.
  private func place(_ sector: UInt32) -> Int? {
    guard sector < 0xFFFF_FFFA else { return nil }
    let place = (Int(sector) + 1) * sectorSize
    return place + sectorSize <= bytes.count ? place : nil
  }

  /// The content of a chain of sectors; one that goes in circles ends at the file's own size.
  private func chain(_ first: UInt32) -> [UInt8] {
    var content: [UInt8] = []
    var sector = first
    while let place = place(sector), content.count < bytes.count {
      content += bytes[place..<place + sectorSize]
      sector = Int(sector) < table.count ? table[Int(sector)] : UInt32.max
    }
    return content
  }

  private func stream(_ names: [String]) -> [UInt8]? {
    let directory = chain(bytes.little32(48))
    var root: (start: UInt32, size: Int)?
    return directory.withUnsafeBytes { directory in
      for offset in stride(from: 0, to: directory.count - 127, by: 128) {
        let length = min(64, Int(directory.little16(offset + 64)))
        let units = stride(from: 0, to: max(0, length - 2), by: 2).map {
          directory.little16(offset + $0)
        }
        let start = directory.little32(offset + 116)
        let size = Int(directory.little32(offset + 120))
        if directory[offset + 66] == 5 { root = (start, size) }
        guard directory[offset + 66] == 2, names.contains(String(decoding: units, as: UTF16.self))
        else { continue }
        if size >= Int(bytes.little32(56)) { return Array(chain(start).prefix(size)) }
        return root.map { short(start, size: size, root: $0.start) }
      }
      return nil
    }
  }

  /// A stream below the limit of 4,096 bytes: its sectors of 64 bytes lie in the root's stream.
  private func short(_ first: UInt32, size: Int, root: UInt32) -> [UInt8] {
    let room = chain(root)
    let links = chain(bytes.little32(60))
    let size = min(size, room.count)
    var content: [UInt8] = []
    var sector = Int(first)
    links.withUnsafeBytes { links in
      while content.count < size, (sector + 1) * 64 <= room.count {
        content += room[sector * 64..<(sector + 1) * 64]
        guard 4 * sector + 4 <= links.count else { break }
        sector = Int(links.little32(4 * sector))
      }
    }
    return Array(content.prefix(size))
  }
}

extension UnsafeRawBufferPointer {
  /// The 16-bit integer at a place, lowest byte first; the place must be inside.
  func little16(_ place: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt16.self))
  }

  /// The 32-bit integer at a place, lowest byte first; the place must be inside.
  func little32(_ place: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  /// The number at a place as IEEE 754 double precision; the place must be inside.
  func littleDouble(_ place: Int) -> Double {
    Double(bitPattern: UInt64(littleEndian: loadUnaligned(fromByteOffset: place, as: UInt64.self)))
  }
}
