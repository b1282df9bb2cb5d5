internal import Grids

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What C is told of errors: in English, and on a second line in Chinese.
enum CWords {
  static let noPath = "no path was given\n没有给出路径"

  /// Why an index could not be opened.
  static func text(of error: LocatorFileError) -> String {
    let (english, chinese) = sentence(of: error.reason)
    return "\(error.path): \(english)\n\(error.path)：\(chinese)"
  }

  private static func sentence(of reason: LocatorFileError.Reason) -> (String, String) {
    switch reason {
    case .system(_, let code):
      let said = String(cString: strerror(code))
      return ("cannot be read: \(said)", "无法读取：\(said)")
    case .notALocator: return ("is not an index file", "不是索引文件")
    case .byteOrder:
      return ("was written on a machine with the other byte order", "由字节序不同的机器写成")
    case .version(let found, let known):
      return (
        "has version \(found) of the layout, and this library reads version \(known)",
        "版式为第 \(found) 版，本程序库只读第 \(known) 版"
      )
    case .size(let size, let stated):
      return ("has \(size) bytes instead of \(stated)", "大小为 \(size) 字节，应为 \(stated) 字节")
    case .damaged: return ("is damaged; write it anew", "已损坏；请重新生成")
    case .otherContent:
      return ("is the index of other boundaries; write it anew", "是其他边界的索引；请重新生成")
    }
  }
}
