import CZlib

/// The content of one entry of a ZIP archive, unpacked piece by piece.
///
/// Not more than the size that the directory states is ever unpacked, and the checksum is compared
/// when the end is reached.
final class ZipStream {
  private let file: FileBytes
  let entry: ZipEntry
  private let packed: UnsafeRawBufferPointer
  /// What was unpacked before; nil for what is unpacked now.
  private var content: [UInt8]?
  // zlib's state points back at the stream, which must therefore not move.
  private let inflater: UnsafeMutablePointer<z_stream>
  private var isOpen = false
  private var consumed = 0
  private var produced = 0
  private var checksum: UInt = 0
  private var isDone = false

  init(_ file: FileBytes, _ entry: ZipEntry, packed: UnsafeRawBufferPointer) throws {
    self.file = file
    self.entry = entry
    self.packed = packed
    inflater = .allocate(capacity: 1)
    inflater.initialize(to: z_stream())
    guard entry.method == 8 else { return }
    // Raw deflate: the archive has its own headers.
    let code = inflateInit2_(
      inflater, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw broken(.noDecoder) }
    isOpen = true
  }

  /// Gives content once more that was unpacked and compared with its checksum before.
  init(_ file: FileBytes, _ entry: ZipEntry, content: [UInt8]) {
    self.file = file
    self.entry = entry
    self.content = content
    packed = UnsafeRawBufferPointer(start: nil, count: 0)
    inflater = .allocate(capacity: 1)
    inflater.initialize(to: z_stream())
  }

  deinit {
    if isOpen { inflateEnd(inflater) }
    inflater.deallocate()
  }

  /// Fills `target` as far as the content reaches.
  ///
  /// - Returns: how many bytes were written; 0 at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    guard !isDone, let base = target.baseAddress, target.count > 0 else { return 0 }
    if let content { return copyPiece(target, of: content) }
    let count = entry.method == 8 ? try inflatePiece(target) : copyPiece(target)
    produced += count
    guard produced <= entry.size else {
      throw broken(.longer(announced: entry.size))
    }
    checksum = crc32(checksum, base.assumingMemoryBound(to: UInt8.self), UInt32(count))
    if count == 0 { try finish() }
    return count
  }

  private func copyPiece(_ target: UnsafeMutableRawBufferPointer, of content: [UInt8]) -> Int {
    let count = min(target.count, content.count - produced)
    content.withUnsafeBytes {
      target.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[produced..<produced + count]))
    }
    produced += count
    if count == 0 {
      isDone = true
      self.content = nil
    }
    return count
  }

  private func copyPiece(_ target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(target.count, packed.count - consumed)
    target.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: packed[consumed..<consumed + count]))
    consumed += count
    return count
  }

  private func inflatePiece(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let output = target.baseAddress, let input = packed.baseAddress else { return 0 }
    let size = min(target.count, Int(Int32.max))
    inflater.pointee.next_out = output.assumingMemoryBound(to: UInt8.self)
    inflater.pointee.avail_out = UInt32(size)
    while inflater.pointee.avail_out > 0 {
      let piece = min(packed.count - consumed, Int(Int32.max))
      inflater.pointee.next_in = UnsafeMutableRawPointer(mutating: input + consumed)
        .assumingMemoryBound(to: UInt8.self)
      inflater.pointee.avail_in = UInt32(piece)
      let code = inflate(inflater, Z_NO_FLUSH)
      consumed += piece - Int(inflater.pointee.avail_in)
      if code == Z_STREAM_END { break }
      guard code == Z_OK else {
        throw broken(code == Z_BUF_ERROR ? .cutShort : .damagedBytes)
      }
    }
    return size - Int(inflater.pointee.avail_out)
  }

  private func finish() throws {
    isDone = true
    guard produced == entry.size else {
      throw broken(.length(produced, announced: entry.size))
    }
    guard UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
      throw broken(.checksum)
    }
  }

  private func broken(_ content: ArchiveFact.Content) -> TabularError {
    ZipDirectory.damaged(file, .content(part: entry.name, content))
  }
}
