#if canImport(Glibc)
  import Glibc
#endif

/// Large pages for memory that is read at random: they spare the processor most of the walks through
/// its page tables, which under a hypervisor cost as much as the misses of the data itself.
package enum HugePages {
  /// The size of a large page in bytes.
  package static let size = 1 << 21

  /// Asks the system for large pages where memory that has not been touched yet holds some.
  package static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    #if os(Linux)
      guard let base = memory.baseAddress, memory.count >= 2 * size else { return }
      let start = base.alignedUp(toMultipleOf: size)
      let end = (base + memory.count).alignedDown(toMultipleOf: size)
      // Without them everything works as well, only slower.
      if start < end { madvise(start, end - start, MADV_HUGEPAGE) }
    #endif
  }

  /// Allocates records, with large pages where they are many.
  package static func allocate<Record: BitwiseCopyable>(
    capacity: Int
  ) -> UnsafeMutablePointer<Record> {
    let memory = UnsafeMutablePointer<Record>.allocate(capacity: capacity)
    advise(
      UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: memory, count: capacity)))
    return memory
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
