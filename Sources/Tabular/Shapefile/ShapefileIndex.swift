/// The `.shp` file and where in it each shape is.
struct ShapefileIndex: Sendable {
  let file: String
  private let owner: FileBytes
  /// Where each record begins, in words of 16 bits as the files count.
  private var starts: [UInt32] = []

  var bytes: UnsafeRawBufferPointer { owner.bytes }
  var count: Int { starts.count }

  /// The content of a record (from 0), behind its own header of 8 bytes.
  func content(_ record: Int) -> Range<Int> {
    let place = Int(starts[record]) * 2
    return place + 8..<place + 8 + Self.big32(bytes, place + 4) * 2
  }

  init(shp file: FileBytes, shx: FileBytes?, file name: String) throws {
    owner = file
    self.file = name
    let shp = file.bytes
    guard shp.starts(with: [0, 0, 0x27, 0x0A]) else {
      throw TabularError(.unknownFormat, path: name, .shapefile(.notAShapefile))
    }
    guard shp.count >= 100 else { throw truncated(.header) }
    let announced = Self.big32(shp, 24) * 2
    guard announced <= shp.count else {
      throw truncated(.announced(announced))
    }
    if let shx, shx.bytes.count >= 100, shx.bytes.starts(with: [0, 0, 0x27, 0x0A]) {
      try readIndex(shx.bytes)
    } else {
      try readInOrder(to: max(announced, 100))
    }
  }

  private mutating func readIndex(_ shx: UnsafeRawBufferPointer) throws {
    let base = file.lowercased().hasSuffix(".shp") ? String(file.dropLast(4)) : file
    let announced = Self.big32(shx, 24) * 2
    guard announced <= shx.count else {
      throw TabularError(
        .truncated, path: base + ".shx",
        .shapefile(.indexTruncated(bytes: shx.count, announced: announced)))
    }
    starts.reserveCapacity(max(0, announced - 100) / 8)
    var place = 100
    while place + 8 <= announced {
      _ = try append(at: Self.big32(shx, place) * 2)
      place += 8
    }
  }

  private mutating func readInOrder(to end: Int) throws {
    var place = 100
    while place + 8 <= end {
      place = try append(at: place)
    }
  }

  /// Adds the record at `place`, and answers where it ends.
  private mutating func append(at place: Int) throws -> Int {
    guard place >= 100, place + 8 <= bytes.count else {
      throw truncated(.recordStart(record: count + 1, byte: place))
    }
    let length = Self.big32(bytes, place + 4) * 2
    guard length >= 0, place + 8 + length <= bytes.count else {
      throw truncated(.recordLength(record: count + 1, byte: place, length: length))
    }
    starts.append(UInt32(truncatingIfNeeded: place / 2))
    return place + 8 + length
  }

  func truncated(_ cut: ShapefileFact.Cut) -> TabularError {
    TabularError(.truncated, path: file, .shapefile(.truncated(bytes: bytes.count, cut)))
  }

  static func big32(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
    Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)))
  }

  func little32(_ place: Int) -> Int {
    Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)))
  }

  func double(_ place: Int) -> Double {
    Double(
      bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
  }
}
