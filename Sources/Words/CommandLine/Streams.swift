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
    default: name + Wording(": cannot be read", "：无法读取") + SystemWords.system(code).inParentheses
    }
  }

  package static func unwritable(_ path: String, _ code: Int32) -> Wording {
    Wording("\(path): cannot be written", "\(path)：无法写入") + SystemWords.system(code).inParentheses
      + Wording("; name another file", "；请换一个文件")
  }

  package static func unwritableOutput(_ code: Int32) -> Wording {
    Wording("standard output cannot be written", "无法写入标准输出")
      + SystemWords.system(code).inParentheses
  }

  /// The system lets this process open too few files.
  package static func fewFiles(_ count: UInt, least: UInt) -> Wording {
    Wording(
      "this process may open \(count) files at once and needs \(least); allow it more (ulimit -n)",
      "本进程最多可同时打开 \(count) 个文件，至少需要 \(least) 个；请放宽限制（ulimit -n）")
  }

  /// The system lets this process have too little memory; in MiB.
  package static func littleMemory(_ count: UInt, least: UInt) -> Wording {
    Wording(
      "this process may have \(count) MiB of memory and needs \(least); allow it more (ulimit -v)",
      "本进程最多可用 \(count) MiB 内存，至少需要 \(least) MiB；请放宽限制（ulimit -v）")
  }
}
