import Glibc
package import Tabular

extension TabularError {
  /// The file, what is wrong with it, and what to do.
  package var wording: Wording { Wording("\(path): ", "\(path)：") + fact.wording(of: path) }
}

extension TabularFact {
  /// What is wrong with a file and what to do, without its name.
  package var wording: Wording { wording(of: "FILE") }

  /// What is wrong with a file and what to do; its name where a command needs it.
  fileprivate func wording(of path: String) -> Wording {
    switch self {
    case .file(let fact): fact.wording
    case .text(let fact): fact.wording
    case .format(let fact): fact.wording
    case .json(let fact, let place): place.wording + fact.wording
    case .geoJSON(let fact, let place): (place?.wording ?? Wording(verbatim: "")) + fact.wording
    case .shapefile(let fact): fact.wording
    case .dbf(let fact): fact.wording
    case .archive(let fact): fact.wording
    case .workbook(let fact): fact.wording
    case .geoPackage(let fact): fact.wording
    case .foreign(let fact): fact.wording(of: path)
    case .geometry(let byte):
      Wording(
        "a geometry to be written is damaged at its byte \(byte)", "待写入的几何在第 \(byte) 字节处损坏")
    }
  }
}

extension TextPlace {
  fileprivate var wording: Wording {
    Wording("line \(line), byte \(byte): ", "第 \(line) 行，第 \(byte) 字节：")
  }
}

extension FileFact {
  fileprivate var wording: Wording {
    switch self {
    case .missing: Wording("there is no such file; check the path", "文件不存在；请检查路径")
    case .directory: Wording("is a directory; name the file inside it", "是一个目录；请指定其中的文件")
    case .notRegular:
      Wording(
        "is not a regular file; copy its content to a file first", "不是普通文件；请先把内容另存为文件")
    case .empty: Wording("is empty; export it again", "是空文件；请重新导出")
    case .name:
      Wording(
        "has a name that is not UTF-8, as unpacking leaves it; rename it: `convmv -f gbk -t utf8` does so "
          + "for a name in GBK",
        "名称不是 UTF-8 编码（常见于解压后的文件）；请重命名：GBK 编码的名称可用 convmv -f gbk -t utf8 转换")
    case .cutShort:
      Wording(
        "was cut short while it was read; try again when it is complete",
        "读取期间文件被截短；请在文件完整后重试")
    case .unreadable(let code):
      Wording("cannot be read", "无法读取") + SystemWords.system(code).inParentheses
        + Wording("; check its permissions", "；请检查权限")
    case .refused(let reason):
      Wording(
        "cannot be written (\(reason)); check the folder and the disk",
        "无法写入（\(reason)）；请检查文件夹和磁盘空间")
    case .noMemoryToRead: Wording("cannot be read: memory is exhausted", "无法读取：内存不足")
    case .noMemoryToWrite: Wording("cannot be written: memory is exhausted", "无法写入：内存不足")
    }
  }
}
