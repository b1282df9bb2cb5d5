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
