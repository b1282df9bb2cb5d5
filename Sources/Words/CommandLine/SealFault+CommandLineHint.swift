import Gewu
import Warehouse

extension SealFault {
  /// What to do about it on the command line; nil where the error itself says all.
  var commandLineHint: Wording? {
    switch self {
    case .noKey:
      Wording(
        "name its file with --key or GEWU_KEY; a printed key is typed into a file of mode 0400 first",
        "请用 --key 或 GEWU_KEY 指定密钥文件；打印保存的密钥请先输入权限为 0400 的文件")
    case .wrongKey:
      Wording("name the right file with --key or GEWU_KEY", "请用 --key 或 GEWU_KEY 指定正确的密钥文件")
    case .notSealed: Wording("`gewu seal store` seals it", "可用 `gewu seal store` 密封")
    case .otherProfile:
      Wording(
        "`gewu seal rotate --profile` moves it to other algorithms",
        "可用 `gewu seal rotate --profile` 换用其他算法")
    case .profileMissing, .ringChanged, .changed, .versionGone, .fileChanged, .alreadySealed: nil
    }
  }
}

extension NoKeyForStore {
  /// What to do about it on the command line.
  var commandLineHint: Wording {
    Wording(
      "name a file for the key with --key or GEWU_KEY; --unsealed makes a store for data that is not personal only",
      "请用 --key 或 GEWU_KEY 指定密钥文件；--unsealed 建立仅限非个人数据的库")
  }
}

extension KeyFault {
  /// What to do about it on the command line; nil where the error itself says all.
  var commandLineHint: Wording? {
    switch self {
    case .noFolder:
      Wording("name a file for it with --key or GEWU_KEY", "请用 --key 或 GEWU_KEY 指定文件")
    case .missing, .unreadable, .open, .notAKey, .exists, .command: nil
    }
  }
}
