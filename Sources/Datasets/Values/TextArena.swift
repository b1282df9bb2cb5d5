/// Memory for the texts that are not found in the file as they are kept: unescaped, rewritten or
/// made upper case.
///
/// What was reserved stays where it is until `reset()`. Not for use on two threads at a time.
package final class TextArena {
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var current = 0
  /// The bytes of the chunks that are in use.
  package private(set) var byteCount = 0
  @exclusivity(unchecked) private var cursor: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var limit: UnsafeMutablePointer<UInt8>

  private static let chunkSize = 256 * 1024
  /// What is kept for the next use: usual rows need no more.
  private static let keptBytes = 4 << 20

  /// Makes an arena with one chunk.
  package init() {
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 16)
    let bytes = chunk.bindMemory(to: UInt8.self)
    chunks = [chunk]
    // An allocation of a positive size has an address.
    cursor = bytes.baseAddress.unsafelyUnwrapped
    limit = cursor + Self.chunkSize
  }

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// Room for `count` bytes, whose first address is returned.
  package func reserve(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if limit - cursor < count { advance(count) }
    defer { cursor += count }
    return cursor
  }

  /// Gives back the last `count` bytes that were reserved.
  package func giveBack(_ count: Int) { cursor -= count }

  /// Forgets all that was reserved; the memory is used again, but for what large texts took.
  package func reset() {
    if byteCount > Self.keptBytes {
      for chunk in chunks.dropFirst() { chunk.deallocate() }
      chunks.removeSubrange(1...)
    }
    (current, byteCount) = (0, 0)
    use(chunks[0])
  }

  private func advance(_ count: Int) {
    current += 1
    if current == chunks.count || chunks[current].count < count {
      let chunk = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(Self.chunkSize, count), alignment: 16)
      chunks.insert(chunk, at: current)
    }
    byteCount += chunks[current].count
    use(chunks[current])
  }

  private func use(_ chunk: UnsafeMutableRawBufferPointer) {
    let bytes = chunk.bindMemory(to: UInt8.self)
    cursor = bytes.baseAddress.unsafelyUnwrapped
    limit = cursor + chunk.count
  }
}
