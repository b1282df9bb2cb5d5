#if canImport(Glibc)
  import Glibc
#endif

/// Large pages for memory that is read at random: they spare the processor most of the walks through
/// its page tables.
enum HugePages {
  /// The size of a large page in bytes.
  static let size = 1 << 21

  /// Asks the system for large pages where memory that has not been touched yet holds some.
  static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard let base = memory.baseAddress, memory.count >= 2 * size else { return }
      let start = base.alignedUp(toMultipleOf: size)
      let end = (base + memory.count).alignedDown(toMultipleOf: size)
      // Without them everything works as well, only slower.
      if start < end { madvise(start, end - start, MADV_HUGEPAGE) }
    #endif
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func alignedUp(toMultipleOf size: Int) -> UnsafeMutableRawPointer {
    self + (size - Int(bitPattern: self) % size) % size
  }

  fileprivate func alignedDown(toMultipleOf size: Int) -> UnsafeMutableRawPointer {
    self - Int(bitPattern: self) % size
  }
}
