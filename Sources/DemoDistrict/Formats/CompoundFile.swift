import Tabular

/// Wraps one stream in an OLE 2 container (MS-CFB, version 3 with sectors of 512 bytes).
struct CompoundFile {
  private static let sector = 512
  private static let perSector = 128
  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let freeSector: UInt32 = 0xFFFF_FFFF
  private static let fatSector: UInt32 = 0xFFFF_FFFD
  private static let difatSector: UInt32 = 0xFFFF_FFFC
  /// How many sectors of the allocation table the header itself names.
  private static let inHeader = 109

  private let name: String
  private var stream: [UInt8]
  private let streamSectors: Int
  private var fatSectors = 0
  private var difatSectors = 0

  /// Takes over a stream; one below 4,096 bytes is filled up with zeros, for smaller ones would lie
  /// elsewhere.
  init(name: String, stream: [UInt8]) {
    self.name = name
    self.stream = stream
    let size = max(4096, stream.count)
    streamSectors = (size + Self.sector - 1) / Self.sector
    self.stream += [UInt8](repeating: 0, count: streamSectors * Self.sector - stream.count)
    // The table has entries for its own sectors too.
    while true {
      let needed = streamSectors + 1 + fatSectors + difatSectors
      let fat = (needed + Self.perSector - 1) / Self.perSector
      let difat = max(0, (fat - Self.inHeader + 126) / 127)
      if fat == fatSectors, difat == difatSectors { break }
      (fatSectors, difatSectors) = (fat, difat)
    }
  }

  /// The bytes of the whole file.
  var bytes: [UInt8] { header + stream + directory + allocation + furtherSectors }

  private var firstFat: Int { streamSectors + 1 }
  private var firstDifat: Int { firstFat + fatSectors }

  private var header: [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 16)
    for word in [0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0] as [UInt16] { bytes.appendLittle(word) }
    bytes.appendLittle(UInt32(0))
    bytes.appendLittle(UInt32(fatSectors))
    bytes.appendLittle(UInt32(streamSectors))
    bytes.appendLittle(UInt32(0))
    bytes.appendLittle(UInt32(4096))
    bytes.appendLittle(Self.endOfChain)
    bytes.appendLittle(UInt32(0))
    bytes.appendLittle(difatSectors > 0 ? UInt32(firstDifat) : Self.endOfChain)
    bytes.appendLittle(UInt32(difatSectors))
    for index in 0..<Self.inHeader {
      bytes.appendLittle(index < fatSectors ? UInt32(firstFat + index) : Self.freeSector)
    }
    return bytes
  }

  private var directory: [UInt8] {
    entry("Root Entry", type: 5, child: 1, start: Self.endOfChain, size: 0)
      + entry(name, type: 2, child: Self.freeSector, start: 0, size: stream.count)
      + entry("", type: 0, child: Self.freeSector, start: 0, size: 0)
      + entry("", type: 0, child: Self.freeSector, start: 0, size: 0)
  }

  private func entry(
    _ name: String, type: UInt8, child: UInt32, start: UInt32, size: Int
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in name.utf16 { bytes.appendLittle(unit) }
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    bytes.appendLittle(UInt16(name.isEmpty ? 0 : 2 * name.utf16.count + 2))
    bytes += [type, 1]
    for link in [Self.freeSector, Self.freeSector, child] { bytes.appendLittle(link) }
    bytes += [UInt8](repeating: 0, count: 36)
    bytes.appendLittle(start)
    bytes.appendLittle(UInt64(size))
    return bytes
  }

  /// The allocation table: which sector follows each.
  private var allocation: [UInt8] {
    var next: [UInt32] = (0..<streamSectors).map { UInt32($0 + 1) }
    next[streamSectors - 1] = Self.endOfChain
    next.append(Self.endOfChain)
    next += repeatElement(Self.fatSector, count: fatSectors)
    next += repeatElement(Self.difatSector, count: difatSectors)
    next += repeatElement(Self.freeSector, count: fatSectors * Self.perSector - next.count)
    var bytes: [UInt8] = []
    for sector in next { bytes.appendLittle(sector) }
    return bytes
  }

  /// The sectors that name those sectors of the allocation table for which the header has no room.
  private var furtherSectors: [UInt8] {
    var bytes: [UInt8] = []
    for index in 0..<difatSectors {
      for slot in 0..<127 {
        let fat = Self.inHeader + index * 127 + slot
        bytes.appendLittle(fat < fatSectors ? UInt32(firstFat + fat) : Self.freeSector)
      }
      let isLast = index + 1 == difatSectors
      bytes.appendLittle(isLast ? Self.endOfChain : UInt32(firstDifat + index + 1))
    }
    return bytes
  }
}
