import COpenSSL

/// Random bytes of libcrypto's generator, fetched some thousand at a time: a call for each nonce would take as
/// long as sealing does.
final class RandomBytes {
  private static let size = 4_096

  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  // Unchecked, as it belongs to one thread and each row of an import asks for some.
  @exclusivity(unchecked) private var used = size

  deinit {
    buffer.update(repeating: 0, count: Self.size)
    buffer.deallocate()
  }

  /// So many bytes that nobody had before; valid until the next call.
  ///
  /// - Precondition: at most 4,096.
  func next(_ count: Int) throws(CipherError) -> UnsafePointer<UInt8> {
    precondition(count <= Self.size)
    if used + count > Self.size {
      guard RAND_bytes(buffer, Int32(Self.size)) == 1 else { throw .unavailable }
      used = 0
    }
    defer { used += count }
    return UnsafePointer(buffer + used)
  }
}
