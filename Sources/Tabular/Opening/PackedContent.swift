import CZlib
import Glibc

/// The content of the one file in an archive, unpacked to a file without a name.
enum PackedContent {
  private static let pieceSize = 256 << 10

  /// The content; nil where the file is no archive of these kinds.
  ///
  /// - Throws: `TabularError` where the archive is damaged, holds several files, or would unpack to far
  ///   more than tables do.
  static func bytes(of file: FileBytes) throws -> FileBytes? {
    if file.bytes.starts(with: [0x1F, 0x8B, 0x08]) { return try gzip(file) }
    guard file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let archive = try ZipArchive(file)
    let names = archive.names.filter { !isAside($0) }.sorted()
    guard names.count == 1, let entry = archive.entry(names[0]) else {
      throw TabularError(.unknownFormat, path: file.path, .archive(.severalFiles(names)))
    }
    let stream = try archive.open(entry)
    return try unpack(file) { try stream.read(into: $0) }
  }

  /// What programs put into archives beside the files that people mean.
  private static func isAside(_ name: String) -> Bool {
    name.hasSuffix("/") || name.hasPrefix("__MACOSX/")
      || name.split(separator: "/").last.map { $0.hasPrefix(".") || $0.lowercased() == "thumbs.db" }
        ?? true
  }

  /// Unpacks gzip (RFC 1952), of which several may stand one behind the other.
  private static func gzip(_ file: FileBytes) throws -> FileBytes {
    var stream = z_stream()
    // 16 more: with the header and trailer of gzip.
    guard
      inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw damaged(file, .noDecoder) }
    defer { inflateEnd(&stream) }
    var (consumed, isDone, total) = (0, false, 0)
    return try unpack(file) { target in
      guard !isDone, let output = target.baseAddress, let input = file.bytes.baseAddress else {
        return 0
      }
      stream.next_out = output.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(target.count)
      while stream.avail_out > 0, !isDone {
        let piece = min(file.bytes.count - consumed, 1 << 20)
        stream.next_in = UnsafeMutableRawPointer(mutating: input + consumed)
          .assumingMemoryBound(to: UInt8.self)
        stream.avail_in = UInt32(piece)
        let code = inflate(&stream, Z_NO_FLUSH)
        let used = piece - Int(stream.avail_in)
        file.release(consumed..<consumed + used)
        consumed += used
        switch code {
        case Z_STREAM_END:
          isDone = consumed + 2 > file.bytes.count || file.bytes[consumed] != 0x1F
          if !isDone { inflateReset(&stream) }
        case Z_OK: continue
        case Z_BUF_ERROR where used > 0: continue
        default: throw damaged(file, code == Z_BUF_ERROR ? .cutShort : .damagedBytes)
        }
      }
      let count = target.count - Int(stream.avail_out)
      total += count
      guard
        total < ZipArchive.ratioThreshold || total / max(1, consumed) <= ZipArchive.maximumRatio
      else {
        throw TabularError(
          .unsupported, path: file.path,
          .archive(.bomb(part: "gzip", packed: consumed, size: total)))
      }
      return count
    }
  }

  /// Writes what `read` gives, piece by piece, to a file without a name, and maps it.
  private static func unpack(
    _ file: FileBytes, _ read: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> FileBytes {
    let place = NamelessFile.temporaryFolder
    let descriptor = NamelessFile.open(in: place)
    guard descriptor >= 0 else { throw noRoom(file, place) }
    defer { close(descriptor) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
    defer { piece.deallocate() }
    var total = 0
    while true {
      let count = try read(piece)
      if count == 0 { break }
      total += count
      var done = 0
      while done < count {
        let written = write(descriptor, piece.baseAddress.map { $0 + done }, count - done)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw noRoom(file, place) }
        done += written
      }
    }
    guard total > 0 else { throw FileBytes.emptyError(path: file.path) }
    guard let content = FileBytes(path: file.path, mapping: descriptor, count: total) else {
      throw noRoom(file, place)
    }
    return content
  }

  private static func damaged(_ file: FileBytes, _ content: ArchiveFact.Content) -> TabularError {
    ZipDirectory.damaged(file, .content(part: "gzip", content))
  }

  private static func noRoom(_ file: FileBytes, _ folder: String) -> TabularError {
    TabularError(.unreadable, path: file.path, .archive(.noRoom(folder: folder, code: errno)))
  }
}
