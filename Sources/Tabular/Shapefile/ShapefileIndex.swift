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
      throw TabularError(
        .unknownFormat, path: name,
        message: "this is not a Shapefile (it does not begin with 9994)",
        messageChinese: "不是 Shapefile（文件开头不是 9994）")
    }
    guard shp.count >= 100 else { throw truncated("its header needs 100 bytes", "文件头需要 100 字节") }
    let announced = Self.big32(shp, 24) * 2
    guard announced <= shp.count else {
      throw truncated("its header announces \(announced) bytes", "文件头声明 \(announced) 字节")
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
        message: "the index is truncated: it has \(shx.count) bytes of \(announced); "
          + "copy it again, or remove it",
        messageChinese: "索引不完整：应有 \(announced) 字节，实有 \(shx.count) 字节；请重新复制，或删除该文件")
    }
    starts.reserveCapacity((announced - 100) / 8)
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
      throw truncated(
        "record \(count + 1) begins at byte \(place)", "第 \(count + 1) 条记录始于第 \(place) 字节")
    }
    let length = Self.big32(bytes, place + 4) * 2
    guard length >= 0, place + 8 + length <= bytes.count else {
      throw truncated(
        "record \(count + 1) at byte \(place) has \(length) bytes",
        "第 \(count + 1) 条记录（第 \(place) 字节起）长 \(length) 字节")
    }
    starts.append(UInt32(place / 2))
    return place + 8 + length
  }

  func truncated(_ what: String, _ chinese: String) -> TabularError {
    TabularError(
      .truncated, path: file,
      message: "the Shapefile is truncated or damaged: it has \(bytes.count) bytes, and \(what); "
        + "copy the file again",
      messageChinese: "Shapefile 不完整或已损坏：共 \(bytes.count) 字节，而\(chinese)；请重新复制文件")
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
