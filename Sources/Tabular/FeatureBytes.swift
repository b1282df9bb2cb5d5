import Foundation

/// Whole files of features as bytes.
public enum FeatureBytes {
  /// The bytes of the file at `path`.
  ///
  /// Throws `FeatureFileError` where there is no file, it is a directory, it may
  /// not be read, or it is empty.
  public static func read(_ path: String) throws -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FeatureFileError(
        .notFound, file: path, "there is no such file; check the path", chinese: "文件不存在，请检查路径")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw FeatureFileError(
        .unreadable, file: path, "this is a directory; name a file in it",
        chinese: "这是一个目录，请指定其中的文件")
    }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw FeatureFileError(
        .unreadable, file: path, "the file cannot be opened (\(String(cString: strerror(errno))))",
        chinese: "文件无法打开（\(String(cString: strerror(errno)))）")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unistdRead(descriptor, &chunk, chunk.count)
      guard count >= 0 else {
        throw FeatureFileError(
          .unreadable, file: path,
          "reading stops at byte \(bytes.count) (\(String(cString: strerror(errno))))",
          chinese: "读取到第 \(bytes.count) 字节时出错（\(String(cString: strerror(errno)))）")
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    guard !bytes.isEmpty else {
      throw FeatureFileError(
        .empty, file: path, "the file is empty; export it again", chinese: "文件为空，请重新导出")
    }
    return bytes
  }

  /// Whether there is a file (or anything else) at `path`.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}

/// The system's `read`, whose name the method above hides.
private func unistdRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, buffer, count)
}
