import Glibc

/// The bytes of a file in memory, read only.
///
/// A file of up to 16 MiB is copied: what is decoded, hashed and imported is then one and the same
/// content whatever other programs do to the file. Larger ones are mapped, so that memory does not
/// grow with the file: ask ``hasChanged()`` before keeping what was read. One that is cut short
/// while it is mapped ends the process (SIGBUS), with the store as before.
package final class FileBytes: Sendable {
  /// The path the file was opened by.
  package let path: String
  /// The file's bytes.
  ///
  /// Valid while this object lives.
  package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let device: UInt64
  private let inode: UInt64
  private let modified: Int64
  private let isFile: Bool

  /// Maps a regular file.
  ///
  /// - Throws: `TabularError` of kind `missing`, `directory`, `empty` or `unreadable`.
  package init(path: String) throws {
    // A pipe that nobody writes to would keep this process waiting until somebody does.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.openError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Self.openError(path: path, code: errno)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw TabularError(.directory, path: path, .file(.directory))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw TabularError(.unreadable, path: path, .file(.notRegular))
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw Self.emptyError(path: path) }
    let isCopied = size <= Self.largestCopy
    // Anonymous pages cost nothing until they are filled, and are given back whole.
    guard
      let base = mmap(
        nil, size, isCopied ? PROT_READ | PROT_WRITE : PROT_READ,
        isCopied ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_PRIVATE, isCopied ? -1 : descriptor, 0),
      base != MAP_FAILED
    else { throw Self.openError(path: path, code: errno) }
    if !isCopied { madvise(base, size, MADV_SEQUENTIAL) }
    let count = isCopied ? Self.fill(base, size, from: descriptor) : size
    guard count == size else {
      let code = errno
      munmap(base, size)
      if count < 0 { throw Self.openError(path: path, code: code) }
      throw TabularError(.unreadable, path: path, .file(.cutShort))
    }
    self.path = path
    bytes = UnsafeRawBufferPointer(start: base, count: size)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    modified = Self.stamp(status)
    isFile = true
  }

  /// Maps a file that has no name, as if it were the content of a file of this one; nil where it
  /// cannot be mapped.
  init?(path: String, mapping descriptor: Int32, count: Int) {
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { return nil }
    self.path = path
    bytes = UnsafeRawBufferPointer(start: base, count: count)
    (device, inode, modified) = (0, 0, 0)
    isFile = true
  }

  /// Holds a copy of bytes, as if they were the content of a file of that name.
  package init(path: String, copying content: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
    copy.copyBytes(from: content)
    self.path = path
    bytes = UnsafeRawBufferPointer(copy)
    device = 0
    inode = 0
    modified = 0
    isFile = false
  }

  deinit {
    if isFile {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// The bytes of a regular file as an array, for readers that keep parts of it.
  ///
  /// - Throws: as ``init(path:)``.
  package static func array(at path: String) throws -> [UInt8] {
    let file = try FileBytes(path: path)
    return withExtendedLifetime(file) { Array(file.bytes) }
  }

  /// Takes pages that have been read out of the process's memory; they are read again from the file
  /// where they are needed.
  ///
  /// Whoever goes over a whole file calls this behind itself, so that memory does not grow with it.
  package func release(_ range: Range<Int>) {
    let page = 4_096
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    // A copy has no file behind it: its pages would be lost.
    guard isFile, bytes.count > Self.largestCopy, end > start, let base = bytes.baseAddress else {
      return
    }
    madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, MADV_DONTNEED)
  }

  /// Whether there is anything at `path`.
  package static func exists(at path: String) -> Bool { access(path, F_OK) == 0 }

  private static let largestCopy = 16 << 20

  /// Reads `size` bytes; returns how many there were, or -1.
  private static func fill(
    _ base: UnsafeMutableRawPointer, _ size: Int, from descriptor: Int32
  ) -> Int {
    var done = 0
    while done < size {
      let count = read(descriptor, base + done, size - done)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return -1 }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Whether the file at the path is no longer the one that was read: gone, replaced, resized
  /// or written since.
  package func hasChanged() -> Bool {
    guard isFile else { return false }
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return UInt64(status.st_dev) != device || UInt64(status.st_ino) != inode
      || Int(status.st_size) != bytes.count || Self.stamp(status) != modified
  }

  static func emptyError(path: String) -> TabularError {
    TabularError(.empty, path: path, .file(.empty))
  }

  private static func stamp(_ status: stat) -> Int64 {
    Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
  }

  private static func openError(path: String, code: Int32) -> TabularError {
    if code == ENOENT || code == ENOTDIR {
      return TabularError(.missing, path: path, .file(.missing))
    }
    return TabularError(.unreadable, path: path, .file(.unreadable(code: code)))
  }
}

extension FileBytes {
  /// The offset of the first byte of a value; what was searched does not stay in memory.
  func firstOffset(of byte: UInt8) -> Int? {
    Self.firstOffset(of: byte, in: bytes) { release($0) }
  }

  /// In which line, counted from 1, the byte at `offset` lies.
  ///
  /// Right for every encoding in which a line feed is the byte 0x0A and nothing else is: all but
  /// UTF-16 and UTF-32.
  func line(at offset: Int) -> Int {
    var line = 1
    var start = 0
    while start < offset {
      let end = min(start + Self.searchWindow, offset)
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      var rest = part
      while let base = rest.baseAddress, let found = memchr(base, 0x0A, rest.count) {
        line += 1
        rest = UnsafeRawBufferPointer(
          rebasing: rest[(base.distance(to: UnsafeRawPointer(found)) + 1)...])
      }
      release(start..<end)
      start = end
    }
    return line
  }

  /// The offset of the first byte of a value in mapped bytes, giving back each part searched.
  static func firstOffset(
    of byte: UInt8, in bytes: UnsafeRawBufferPointer, release: (Range<Int>) -> Void
  ) -> Int? {
    for start in stride(from: 0, to: bytes.count, by: searchWindow) {
      let end = min(start + searchWindow, bytes.count)
      guard let base = bytes.baseAddress else { return nil }
      if let found = memchr(base + start, Int32(byte), end - start) {
        return base.distance(to: UnsafeRawPointer(found))
      }
      release(start..<end)
    }
    return nil
  }

  private static let searchWindow = 4 << 20
}
