import Glibc

/// Text that was converted to UTF-8: in memory, or mapped from a file without a name where it is
/// long, so that memory does not grow with it.
final class ConvertedText: Sendable {
  /// The text.
  ///
  /// Valid while this object lives.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let mappedCount: Int
  private let isInFile: Bool

  /// Takes a mapping over, of which the first `count` bytes are text.
  init(_ base: UnsafeMutableRawPointer, count: Int, mappedCount: Int, isInFile: Bool) {
    bytes = UnsafeRawBufferPointer(start: base, count: count)
    self.mappedCount = mappedCount
    self.isInFile = isInFile
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), mappedCount) }

  /// Takes pages that have been read out of the process's memory; they are read again from the
  /// nameless file where they are needed.
  func release(_ range: Range<Int>) {
    let page = 4_096
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    guard isInFile, end > start, let base = bytes.baseAddress else { return }
    madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, MADV_DONTNEED)
  }
}

/// Why a text could not be converted to UTF-8.
enum ConversionFailure: Error, Equatable {
  case unknownEncoding
  /// There is no room for the converted text in this folder.
  case noRoom(folder: String, code: Int32)
  /// The offset in the file of the first byte at fault.
  case invalid(offset: Int)
}

/// Collects text on its way to ``ConvertedText``.
///
/// The text of a file of more than 16 MiB goes to a file without a name in the folder that `TMPDIR`
/// names, `/tmp` otherwise; it is gone with the process.
final class ConvertedTextWriter {
  /// How many bytes of text there are.
  ///
  /// Whoever has written into ``room(_:)`` adds to it.
  var count = 0
  private var region: UnsafeMutableRawPointer?
  private let regionSize: Int
  /// How much of the text is in the file; the rest lies at the start of the region.
  private var written = 0
  private var descriptor: Int32 = -1
  private let folder = NamelessFile.temporaryFolder

  private static let largestInMemory = 16 << 20
  private static let bufferSize = 1 << 20

  /// Makes room for the text of a file of `originalCount` bytes.
  init(originalCount: Int) throws(ConversionFailure) {
    let isInFile = originalCount > Self.largestInMemory
    // Pages not touched cost nothing.
    regionSize = isInFile ? Self.bufferSize : originalCount * 3 + 64
    region = mmap(nil, regionSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard region != MAP_FAILED else {
      region = nil
      throw .noRoom(folder: folder, code: errno)
    }
    guard isInFile else { return }
    descriptor = NamelessFile.open(in: folder)
    guard descriptor >= 0 else { throw .noRoom(folder: folder, code: errno) }
  }

  deinit {
    if let region { munmap(region, regionSize) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// Where the next bytes of text are to be put, at most `size` of them (256 KiB).
  func room(_ size: Int) throws(ConversionFailure) -> UnsafeMutableRawPointer {
    if descriptor >= 0, count - written + size > regionSize { try flush() }
    guard let region else { preconditionFailure("the text is finished") }
    return region + (count - written)
  }

  /// The whole text.
  func finish() throws(ConversionFailure) -> ConvertedText {
    guard let region else { preconditionFailure("the text is finished already") }
    guard descriptor >= 0 else {
      self.region = nil
      return ConvertedText(region, count: count, mappedCount: regionSize, isInFile: false)
    }
    try flush()
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw .noRoom(folder: folder, code: errno) }
    madvise(base, count, MADV_SEQUENTIAL)
    return ConvertedText(base, count: count, mappedCount: count, isInFile: true)
  }

  private func flush() throws(ConversionFailure) {
    var start = region
    while written < count {
      let done = write(descriptor, start, count - written)
      if done < 0 && errno == EINTR { continue }
      guard done > 0 else { throw .noRoom(folder: folder, code: errno) }
      written += done
      start = start.map { $0 + done }
    }
  }
}
