import Glibc
package import Files

/// What the system and SQLite say of a failure: in both languages where users meet it.
package enum SystemWords {
  /// What the system says of an error, by its number.
  package static func system(_ code: Int32) -> Wording {
    let english = String(cString: strerror(code))
    let chinese: String? =
      switch code {
      case EACCES, EPERM: "没有权限"
      case ENOENT: "没有这个文件或目录"
      case ENOTDIR: "路径中有一段不是目录"
      case EISDIR: "是目录"
      case EEXIST: "已存在"
      case ENOTEMPTY: "目录不为空"
      case ENOSPC, EDQUOT: "磁盘已满"
      case EFBIG: "文件过大"
      case EROFS: "文件系统只读"
      case EIO: "输入输出错误"
      case EINVAL: "参数无效"
      case EBUSY, ETXTBSY: "正被占用"
      case ENAMETOOLONG: "文件名过长"
      case ELOOP: "符号链接过多"
      case EMFILE, ENFILE: "打开的文件过多"
      case ENOMEM: "内存不足"
      case EBADF: "文件未打开"
      case EPIPE: "读取方已关闭"
      case EADDRINUSE: "端口已被占用"
      default: nil
      }
    return Wording(english: english, chinese: chinese ?? "系统错误 \(code)")
  }

  /// What SQLite's primary result code means; its own English is left for the rarer codes, and where
  /// it says more than the code does.
  static func sqlite(_ code: Int32, _ text: String) -> Wording {
    switch code {
    case 3: Wording("access is denied", "没有访问权限")
    case 5: Wording("the database is in use by another process", "数据库正被另一进程使用")
    case 6: Wording("a table of the database is locked", "数据库中有表被锁定")
    case 7: Wording("memory is exhausted", "内存不足")
    case 8: Wording("the database is read-only", "数据库只读")
    case 9: Wording("it was interrupted", "操作已中断")
    case 10: Wording("input/output error on the disk", "磁盘输入输出错误")
    case 11: Wording("its content is damaged", "内容已损坏")
    case 13: Wording("the disk is full", "磁盘已满")
    case 14: Wording("the file cannot be opened", "文件无法打开")
    case 17: Wording("its schema was changed meanwhile", "数据库结构在此期间已改变")
    case 18: Wording("a value is too long", "数据过长")
    case 19: Wording("a constraint is violated: \(text)", "违反约束：\(text)")
    case 26: Wording("the file is not a database", "文件不是数据库")
    default: Wording("SQLite error \(code): \(text)", "SQLite 错误 \(code)：\(text)")
    }
  }
}

extension SystemReason {
  package var wording: Wording {
    switch self {
    case .system(let code): SystemWords.system(code)
    case .sqlite(let code, let text): SystemWords.sqlite(code, text)
    case .said(let text): Wording(verbatim: text)
    }
  }
}

extension Wording {
  /// The same in parentheses, behind a word.
  package var inParentheses: Wording { Wording(" (\(english))", "（\(chinese)）") }
}
