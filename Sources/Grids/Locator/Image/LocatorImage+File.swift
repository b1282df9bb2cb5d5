import Files
import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension LocatorImage {
  /// Writes the image beside its place, brings it to disk and moves it there.
  func write(
    to path: String, as key: LocatorKey, sparing spared: SparedFiles
  ) throws(OutputError) {
    let file = try FileWriter(path: path, sparing: spared)
    var header = self.header
    header.key = key
    header.checksum = checksum(as: key)
    let length = MemoryLayout<LocatorHeader>.stride
    let start = withUnsafeBytes(of: &header) { Array($0) }
    try file.write(start)
    try file.write(UnsafeRawBufferPointer(start: base + length, count: byteCount - length))
    try file.finish()
  }

  /// Reads a file into memory of its own, and checks that it is what `write(to:as:sparing:)` writes and
  /// was built from what `key` says: whatever becomes of the file, this stays as it is.
  convenience init(reading path: String, as key: LocatorKey) throws(LocatorFileError) {
    let (file, size) = try Self.open(path)
    defer { close(file) }
    // What is no index, or another one, costs no memory.
    var start = LocatorHeader()
    let length = MemoryLayout<LocatorHeader>.size
    guard withUnsafeMutableBytes(of: &start, { pread(file, $0.baseAddress, length, 0) }) == length
    else { throw .system(.read, path) }
    try Self.check(start, size, path)
    guard start.key == key else { throw LocatorFileError(.otherContent, path: path) }
    self.init(byteCount: size)
    var done = 0
    while done < size {
      let count = read(file, base + done, min(size - done, 1 << 30))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(.read, path) }
      guard count > 0 else {
        throw LocatorFileError(.size(UInt64(done), stated: UInt64(size)), path: path)
      }
      done += count
    }
    try check(path)
    guard header.key == key else { throw LocatorFileError(.otherContent, path: path) }
    if checksum(as: key) != header.checksum { throw .damaged(.checksum, path) }
    isFromFile = true
  }

  /// Opens a regular file that is long enough; a pipe does not keep anybody waiting.
  private static func open(
    _ path: String
  ) throws(LocatorFileError) -> (file: Int32, size: Int) {
    #if canImport(Glibc)
      let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #else
      let file = Darwin.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    #endif
    guard file >= 0 else { throw .system(.read, path) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      let error = LocatorFileError.system(.read, path)
      close(file)
      throw error
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size >= LocatorHeader.byteCount else {
      close(file)
      throw LocatorFileError(.notALocator, path: path)
    }
    return (file, Int(status.st_size))
  }

  /// Maps a file and checks that it is what `write(to:as:sparing:)` writes.
  convenience init(mapping path: String, verifying: Bool) throws(LocatorFileError) {
    let (file, size) = try Self.open(path)
    defer { close(file) }
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
      throw .system(.map, path)
    }
    self.init(mapped: base, byteCount: size)
    try check(path)
    if verifying, checksum(as: header.key) != header.checksum { throw .damaged(.checksum, path) }
    isFromFile = true
  }

  /// Checks what a header says of the whole file.
  private static func check(
    _ header: LocatorHeader, _ size: Int, _ path: String
  ) throws(LocatorFileError) {
    if header.magic == LocatorHeader.magic.byteSwapped {
      throw LocatorFileError(.byteOrder, path: path)
    }
    guard header.magic == LocatorHeader.magic else {
      throw LocatorFileError(.notALocator, path: path)
    }
    guard header.version == LocatorHeader.version else {
      throw LocatorFileError(
        .version(header.version, known: LocatorHeader.version), path: path)
    }
    guard header.byteCount == UInt64(size) else {
      throw LocatorFileError(.size(UInt64(size), stated: header.byteCount), path: path)
    }
  }

  /// Checks all that a look-up relies on except the contents of the arrays.
  private func check(_ path: String) throws(LocatorFileError) {
    let header = self.header
    try Self.check(header, byteCount, path)
    guard header.sectionCount == LocatorHeader.Section.allCases.count else {
      throw .damaged(.arrays, path)
    }
    var end = UInt64(LocatorHeader.byteCount)
    for section in LocatorHeader.Section.allCases {
      let extent = extent(of: section)
      let (length, isTooMuch) = extent.count.multipliedReportingOverflow(by: UInt64(section.stride))
      guard extent.offset == end, !isTooMuch, length <= header.byteCount - end else {
        throw .damaged(.array("\(section)"), path)
      }
      end += (length + 63) / 64 * 64
      guard end <= header.byteCount else { throw .damaged(.array("\(section)"), path) }
    }
    guard end == header.byteCount, isConsistent(header) else { throw .damaged(.header, path) }
  }

  private func isConsistent(_ header: LocatorHeader) -> Bool {
    let fineness = UInt64(SquareLattice.fineness)
    let limit = UInt64(Int32.max) / fineness
    guard header.columns <= limit, header.rows <= limit, header.cellCount <= UInt32.max else {
      return false
    }
    let codes = UInt64(count(of: .codeEnds))
    return UInt64(count(of: .columnStart)) == header.columns * fineness
      && UInt64(count(of: .rowStart)) == header.rows * fineness
      && UInt64(count(of: .entries)) == header.columns * header.rows
      && (codes == 0 || codes == header.cellCount)
      && (header.columns == 0) == header.box.isEmpty
      && header.scaleX >= 0 && header.scaleX.isFinite && header.scaleY >= 0
      && header.scaleY.isFinite
  }
}

extension LocatorFileError {
  /// What the system last said about a file.
  fileprivate static func system(_ operation: Operation, _ path: String) -> LocatorFileError {
    LocatorFileError(.system(operation, code: errno), path: path)
  }

  fileprivate static func damaged(_ part: Part, _ path: String) -> LocatorFileError {
    LocatorFileError(.damaged(part), path: path)
  }
}

extension LocatorImage {
  /// A checksum over a header with a key and its checksum field 0, and all that follows it.
  ///
  /// Four lanes of multiplications, as fast as memory can be read, that find any change of a byte
  /// or a word by chance; it is no protection from people.
  func checksum(as key: LocatorKey) -> UInt64 {
    var header = self.header
    header.key = key
    header.checksum = 0
    var lanes = Lanes()
    withUnsafeBytes(of: &header) { lanes.add($0) }
    let start = MemoryLayout<LocatorHeader>.stride
    lanes.add(UnsafeRawBufferPointer(start: base + start, count: byteCount - start))
    return lanes.value
  }

  private struct Lanes {
    private var sums = SIMD4<UInt64>(
      0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63)

    /// Adds words; the bytes must be a whole number of them.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      let words = bytes.count / 8
      var (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3])
      var word = 0
      while word + 4 <= words {
        a = Self.mixed(a, bytes.load(fromByteOffset: 8 * word, as: UInt64.self))
        b = Self.mixed(b, bytes.load(fromByteOffset: 8 * word + 8, as: UInt64.self))
        c = Self.mixed(c, bytes.load(fromByteOffset: 8 * word + 16, as: UInt64.self))
        d = Self.mixed(d, bytes.load(fromByteOffset: 8 * word + 24, as: UInt64.self))
        word += 4
      }
      while word < words {
        a = Self.mixed(a, bytes.load(fromByteOffset: 8 * word, as: UInt64.self))
        word += 1
      }
      sums = SIMD4(a, b, c, d)
    }

    var value: UInt64 {
      (0..<4).reduce(0) { Self.mixed($0, sums[$1]) }
    }

    /// Invertible in the sum for every word: a change is never lost on the way.
    @inline(__always)
    private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
      let product = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
      return product ^ (product >> 32)
    }
  }
}
