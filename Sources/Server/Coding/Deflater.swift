import CZlib

/// Packs bytes as gzip (RFC 1952), piece by piece.
final class Deflater {
  // zlib's state points back at the stream, which must therefore not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false

  /// Half the time of zlib's own choice, 6, and 3 to 9 % more bytes, for boundaries and for positions.
  private static let level: Int32 = 4

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16 more: with the header and trailer of gzip.
    isOpen =
      deflateInit2_(
        stream, Self.level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isOpen { deflateEnd(stream) }
    stream.deallocate()
  }

  /// Packs the next bytes, or the end of all, and appends what is ready to `output`.
  ///
  /// - Returns: false where there is no memory to pack with.
  func pack(
    _ bytes: UnsafeRawBufferPointer, isLast: Bool, into output: inout [UInt8]
  ) -> Bool {
    guard isOpen else { return false }
    var rest = bytes
    repeat {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 30))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
      stream.pointee.next_in = UnsafeMutableRawPointer(mutating: piece.baseAddress)?
        .assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_in = UInt32(piece.count)
      let flush = isLast && rest.isEmpty ? Z_FINISH : Z_NO_FLUSH
      repeat { write(flush, into: &output) } while stream.pointee.avail_out == 0
    } while !rest.isEmpty
    return true
  }

  private func write(_ flush: Int32, into output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: 32 << 10, alignment: 16) { room in
      stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.pointee.avail_out = UInt32(room.count)
      deflate(stream, flush)
      output += room.prefix(room.count - Int(stream.pointee.avail_out))
    }
  }
}
