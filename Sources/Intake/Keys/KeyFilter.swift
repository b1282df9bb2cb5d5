package import Datasets
import Geometry

/// A set of keys that knows for certain which keys are not in it: a Bloom filter of 32 MiB whose
/// eight bits of a key lie in one cache line.
///
/// F. Putze, P. Sanders and J. Singler, "Cache-, hash- and space-efficient Bloom filters" (2007).
/// With 14 million keys it takes one absent key in a thousand for a present one, with 100 million
/// one in three; that costs a look into the runs, never a wrong answer.
package final class KeyFilter {
  private static let lineCount = 1 << 19
  private static let wordsPerLine = 8

  private let words: UnsafeMutablePointer<UInt64>

  package init() {
    words = HugePages.allocate(capacity: Self.lineCount * Self.wordsPerLine)
    words.initialize(repeating: 0, count: Self.lineCount * Self.wordsPerLine)
  }

  deinit { words.deallocate() }

  /// Adds a key.
  package func insert(_ key: ValueHash) {
    let line = line(of: key)
    for word in 0..<Self.wordsPerLine { line[word] |= Self.bit(word, of: key) }
  }

  /// Whether a key may be in the set; false is certain.
  package func mayContain(_ key: ValueHash) -> Bool {
    let line = line(of: key)
    for word in 0..<Self.wordsPerLine where line[word] & Self.bit(word, of: key) == 0 {
      return false
    }
    return true
  }

  @inline(__always)
  private func line(of key: ValueHash) -> UnsafeMutablePointer<UInt64> {
    words + Int(truncatingIfNeeded: key.low) & (Self.lineCount - 1) &* Self.wordsPerLine
  }

  /// One of the 64 bits of each word, by six bits of the key's first half.
  @inline(__always)
  private static func bit(_ word: Int, of key: ValueHash) -> UInt64 {
    1 &<< (key.high &>> UInt64(word * 6) & 63)
  }
}
