import Glibc

/// What is said of files and streams that cannot be read or written.
package enum Streams {
  package static let standardInput = Wording("standard input", "标准输入")

  /// A file that cannot be opened or read, by the number of the system's error.
  package static func unreadable(_ name: Wording, _ code: Int32) -> Wording {
    switch code {
    case ENOENT:
      name + Wording(": there is no such file; check the path", "：没有这个文件；请核对路径")
    case EISDIR:
      name + Wording(": is a directory; name the file inside it", "：是目录；请给出其中的文件")
    default: name + Wording(": cannot be read", "：无法读取") + parenthesis(code)
    }
  }

  package static func unwritable(_ path: String, _ code: Int32) -> Wording {
    Wording("\(path): cannot be written", "\(path)：无法写入") + parenthesis(code)
      + Wording("; name another file", "；请换一个文件")
  }

  package static func unwritableOutput(_ code: Int32) -> Wording {
    Wording("standard output cannot be written", "无法写入标准输出") + parenthesis(code)
  }

  private static func parenthesis(_ code: Int32) -> Wording {
    let reason = reason(code)
    return Wording(" (\(reason.english))", "（\(reason.chinese)）")
  }

  /// What the system says of an error; in Chinese for those that users meet.
  package static func reason(_ code: Int32) -> Wording {
    let english = String(cString: strerror(code))
    let chinese: String? =
      switch code {
      case EACCES, EPERM: "没有权限"
      case ENOENT: "没有这个文件或目录"
      case ENOTDIR: "路径中有一段不是目录"
      case EISDIR: "是目录"
      case ENOSPC, EDQUOT: "磁盘已满"
      case EROFS: "文件系统只读"
      case EIO: "输入输出错误"
      case ENAMETOOLONG: "文件名过长"
      case EMFILE, ENFILE: "打开的文件过多"
      case EBADF: "文件未打开"
      default: nil
      }
    return Wording(english, chinese ?? "系统错误 \(code)")
  }
}
