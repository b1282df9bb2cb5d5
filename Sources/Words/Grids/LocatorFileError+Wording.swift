package import Grids

extension LocatorFileError {
  /// What is wrong with the file, and what to do; without its path.
  package var wording: Wording {
    switch reason {
    case .system(let operation, let code):
      operation.failed + SystemWords.system(code)
    case .notALocator:
      Wording(
        "is not an index file; give the path of one, or write it anew",
        "不是网格定位索引文件；请给出正确的路径，或重新生成")
    case .byteOrder:
      Wording(
        "was written on a machine with the other byte order; write it anew on this one",
        "由字节序不同的机器写成；请在本机重新生成")
    case .version(let found, let known):
      Wording(
        "has version \(found) of the layout, and this program reads version \(known); write it anew",
        "版式为第 \(found) 版，本程序只读第 \(known) 版；请重新生成")
    case .size(let size, let stated):
      Wording(
        "has \(size) bytes instead of \(stated); write it anew",
        "大小为 \(size) 字节，应为 \(stated) 字节；请重新生成")
    case .otherContent:
      Wording(
        "is the index of other boundaries; write it anew", "是其他边界的索引；请重新生成")
    case .damaged(let part):
      Wording("is damaged (\(part.name)); write it anew", "已损坏（\(part.name)）；请重新生成")
    }
  }
}

extension LocatorFileError.Operation {
  fileprivate var failed: Wording {
    switch self {
    case .read: Wording("cannot be read: ", "无法读取：")
    case .map: Wording("cannot be mapped: ", "无法映射：")
    case .write: Wording("cannot be written: ", "无法写入：")
    }
  }
}

extension LocatorFileError.Part {
  /// The name of the part in the layout, which has no language.
  fileprivate var name: String {
    switch self {
    case .header: "header"
    case .arrays: "arrays"
    case .array(let name): "array \(name)"
    case .checksum: "checksum"
    }
  }
}
