import CZlib

/// Unpacks gzip (RFC 1952) piece by piece, several members one behind the other included.
final class Inflater {
  /// Why a body cannot be unpacked.
  enum Fault: Error, Equatable {
    /// It is no gzip from this byte on, or its checksum is wrong.
    case damaged(byte: Int)
    /// It ends in the middle.
    case cutShort
    /// It grows so much that it was made to.
    case bomb
  }

  /// What is packed tighter than this, in the whole, is refused once it is larger than ``threshold``:
  /// positions in a text are packed 3 to 4 times, `[0,0]` over and over 680 times, blanks 1,020 times.
  static let mostRatio = 800
  static let threshold = 1 << 20

  // zlib's state points back at the stream, which must therefore not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false
  private var isBetween = true
  private var consumed = 0
  private var produced = 0

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 16 more: with the header and trailer of gzip.
    isOpen =
      inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Unpacks from the front of `input` what fits into `room`.
  ///
  /// - Returns: the bytes of `input` that were used, and those written.
  func unpack(
    _ input: UnsafeRawBufferPointer, into room: UnsafeMutableRawBufferPointer
  ) throws(Fault) -> (used: Int, written: Int) {
    guard isOpen else { throw .damaged(byte: 0) }
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?
      .assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(clamping: input.count)
    stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: room.count)
    let given = Int(stream.pointee.avail_in)
    let code = inflate(stream, Z_NO_FLUSH)
    let used = given - Int(stream.pointee.avail_in)
    let written = room.count - Int(stream.pointee.avail_out)
    consumed += used
    produced += written
    switch code {
    case Z_STREAM_END:
      isBetween = true
      inflateReset(stream)
    case Z_OK, Z_BUF_ERROR: if used > 0 { isBetween = false }
    default: throw .damaged(byte: consumed)
    }
    guard produced <= Self.threshold || produced / max(1, consumed) <= Self.mostRatio else {
      throw .bomb
    }
    return (used, written)
  }

  /// Throws where the bytes so far are not whole.
  func finish() throws(Fault) {
    guard isBetween, consumed > 0 else { throw .cutShort }
  }
}
