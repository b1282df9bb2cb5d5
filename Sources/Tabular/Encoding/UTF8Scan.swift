import Dispatch
import Glibc
import Synchronization

/// The check of a whole file for UTF-8 without NUL bytes.
///
/// Two threads read a half each, a window at a time, and give back what they have read: memory does
/// not grow with the file, and NUL bytes are looked for while a window is in the cache.
enum UTF8Scan {
  private static let window = 1 << 20

  /// The first byte, from `start` on, that does not begin a valid sequence or is NUL; nil where all
  /// is valid.
  static func firstFault(in file: FileBytes, from start: Int) -> Fault? {
    var middle = (start + file.bytes.count) / 2
    middle = lead(in: file.bytes, from: middle)
    let halves = [start..<middle, middle..<file.bytes.count]
    let found = Mutex<[Fault?]>([nil, nil])
    let isSplit = file.bytes.count > 4 * window
    if isSplit {
      DispatchQueue.concurrentPerform(iterations: 2) { half in
        let fault = firstFault(in: file, halves[half])
        found.withLock { $0[half] = fault }
      }
    } else {
      let fault = firstFault(in: file, start..<file.bytes.count)
      found.withLock { $0[0] = fault }
    }
    return found.withLock { $0[0] ?? $0[1] }
  }

  /// What makes a text invalid, with the offset of the byte.
  enum Fault {
    case nul(Int)
    case invalid(Int)
  }

  private static func firstFault(in file: FileBytes, _ range: Range<Int>) -> Fault? {
    let bytes = file.bytes
    var start = range.lowerBound
    while start < range.upperBound {
      var end = min(start + window, range.upperBound)
      if end < range.upperBound { end = lead(in: bytes, from: end) }
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      let invalid = UTF8Validation.firstInvalid(in: part)
      let sound = UnsafeRawBufferPointer(rebasing: part[..<(invalid ?? part.count)])
      if let base = sound.baseAddress, let nul = memchr(base, 0, sound.count) {
        return .nul(start + base.distance(to: UnsafeRawPointer(nul)))
      }
      if let invalid { return .invalid(start + invalid) }
      file.release(start..<end)
      start = end
    }
    return nil
  }

  /// The first byte from `offset` on that can begin a character.
  private static func lead(in bytes: UnsafeRawBufferPointer, from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, UTF8Validation.isTrail(bytes[offset]) { offset += 1 }
    return offset
  }
}
