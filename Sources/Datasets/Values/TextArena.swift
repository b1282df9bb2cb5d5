/// Memory for the texts that are not found in the file as they are kept: unescaped, rewritten or
/// made upper case.
///
/// What was reserved stays where it is until `reset()`. Not for use on two threads at a time.
package final class TextArena {
  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var current = 0
  @exclusivity(unchecked) private var cursor: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) private var limit: UnsafeMutablePointer<UInt8>

  private static let chunkSize = 256 * 1024

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

  /// Forgets all that was reserved; the memory is used again.
  package func reset() {
    current = 0
    use(chunks[0])
  }

  private func advance(_ count: Int) {
    current += 1
    if current == chunks.count || chunks[current].count < count {
      let chunk = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(Self.chunkSize, count), alignment: 16)
      chunks.insert(chunk, at: current)
    }
    use(chunks[current])
  }

  private func use(_ chunk: UnsafeMutableRawBufferPointer) {
    let bytes = chunk.bindMemory(to: UInt8.self)
    cursor = bytes.baseAddress.unsafelyUnwrapped
    limit = cursor + chunk.count
  }
}
