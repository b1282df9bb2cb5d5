import Glibc

/// Asks the kernel for pages of 2 MiB under tables that are read and written in random order.
///
/// With pages of 4 KiB nearly every access to such a table misses the processor's cache of page
/// addresses, which under a hypervisor costs as much as the miss of the data itself. Where the kernel
/// has no such pages, or the memory is short, everything works as before.
enum LargePages {
  private static let size = 2 << 20

  /// Asks for large pages for memory that has not been touched yet.
  static func ask(for start: UnsafeMutableRawPointer?, byteCount: Int) {
    guard let start, byteCount >= 2 * size else { return }
    let first = start.alignedUp(toMultipleOf: size)
    let end = (start + byteCount).alignedDown(toMultipleOf: size)
    guard first < end else { return }
    madvise(first, end - first, MADV_HUGEPAGE)
  }

  /// Allocates records, with large pages where they are many.
  static func allocate<Record: BitwiseCopyable>(capacity: Int) -> UnsafeMutablePointer<Record> {
    let memory = UnsafeMutablePointer<Record>.allocate(capacity: capacity)
    ask(for: memory, byteCount: capacity * MemoryLayout<Record>.stride)
    return memory
  }
}
