#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file, mapped into memory and read only.
///
/// The mapping lives as long as this object. A file that another program cuts short while it is
/// mapped ends the process (SIGBUS); compare `hasChanged()` after reading to catch edits.
public final class FileBytes: Sendable {
  /// The path the file was opened by.
  public let path: String
  /// The file's bytes.
  ///
  /// Valid while this object lives.
  public nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let device: UInt64
  private let inode: UInt64
  private let modified: Int64
  private let isMapped: Bool

  /// Maps a regular file.
  ///
  /// - Throws: `TabularError` of kind `missing`, `directory`, `empty` or `unreadable`.
  public init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.openError(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Self.openError(path: path, code: errno)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw TabularError(
        .directory, path: path,
        message: "is a directory; name the file inside it",
        messageChinese: "是一个目录;请指定其中的文件")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw TabularError(
        .unreadable, path: path,
        message: "is not a regular file; copy its content to a file first",
        messageChinese: "不是普通文件;请先把内容另存为文件")
    }
    let size = Int(status.st_size)
    guard size > 0 else { throw Self.emptyError(path: path) }
    guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED
    else { throw Self.openError(path: path, code: errno) }
    madvise(base, size, MADV_SEQUENTIAL)
    self.path = path
    bytes = UnsafeRawBufferPointer(start: base, count: size)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    modified = Self.stamp(status)
    isMapped = true
  }

  /// Holds a copy of bytes, as if they were the content of a file of that name.
  public init(path: String, copying content: some Collection<UInt8>) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 16)
    copy.copyBytes(from: content)
    self.path = path
    bytes = UnsafeRawBufferPointer(copy)
    device = 0
    inode = 0
    modified = 0
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  /// Whether the file at the path is no longer the one that was mapped: gone, replaced, resized
  /// or written since.
  public func hasChanged() -> Bool {
    guard isMapped else { return false }
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    return UInt64(status.st_dev) != device || UInt64(status.st_ino) != inode
      || Int(status.st_size) != bytes.count || Self.stamp(status) != modified
  }

  static func emptyError(path: String) -> TabularError {
    TabularError(
      .empty, path: path,
      message: "is empty; export it again",
      messageChinese: "是空文件;请重新导出")
  }

  private static func stamp(_ status: stat) -> Int64 {
    #if canImport(Glibc)
      Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    #else
      Int64(status.st_mtimespec.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtimespec.tv_nsec)
    #endif
  }

  private static func openError(path: String, code: Int32) -> TabularError {
    if code == ENOENT || code == ENOTDIR {
      return TabularError(
        .missing, path: path,
        message: "there is no such file; check the path",
        messageChinese: "文件不存在;请检查路径")
    }
    let reason = String(cString: strerror(code))
    return TabularError(
      .unreadable, path: path,
      message: "cannot be read (\(reason)); check its permissions",
      messageChinese: "无法读取(\(reason));请检查权限")
  }
}
