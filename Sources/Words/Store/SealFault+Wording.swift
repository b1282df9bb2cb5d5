import Access
import Gewu
import Warehouse

extension SealFault {
  /// What is wrong with a seal, and what to do.
  var wording: Wording {
    switch self {
    case .noKey(let path, let identity):
      Wording(
        "\(path) is sealed, and its key \(identity.key) is not here",
        "\(path) 已密封，而此处没有它的密钥 \(identity.key)")
    case .wrongKey(let path, let given, let identity):
      Wording(
        "the key \(given) is not that of \(path), which is \(identity.key)",
        "密钥 \(given) 不是 \(path) 的密钥（应为 \(identity.key)）")
    case .ringChanged(let path):
      Wording(
        "the keys in \(path) do not open although the key is the right one: they were changed; restore "
          + "the store from a backup",
        "密钥无误，但 \(path) 中的密钥环无法打开：已被改动；请从备份恢复")
    case .changed(let table, let row):
      Wording(
        "the sealed value of row \(row) of \(table) does not open: it was changed or moved; restore the "
          + "store from a backup",
        "\(table) 第 \(row) 行的密封值无法打开：已被改动或移动；请从备份恢复")
    case .versionGone(let table, let row, let version):
      Wording(
        "the value of row \(row) of \(table) is sealed under version \(version) of the key, which the "
          + "store does not have; restore the store from a backup",
        "\(table) 第 \(row) 行由密钥版本 \(version) 密封，而库中没有该版本；请从备份恢复")
    case .fileChanged(let path):
      Wording(
        "the sealed file \(path) does not open: it was changed, cut short or moved; restore it from a backup, or "
          + "take it out of the archive",
        "密封文件 \(path) 无法打开：已被改动、截断或移动；请从备份恢复，或将它移出存档")
    case .alreadySealed(let path): Wording("\(path) is sealed already", "\(path) 已经密封")
    case .otherProfile(let path, let profile):
      Wording("\(path) is sealed by \(profile.name) already", "\(path) 已用 \(profile.name) 密封")
    case .profileMissing(let profile):
      Wording(
        "the libcrypto of this machine has not the algorithms of \(profile.name): it was built without them, or its "
          + "configuration (openssl.cnf) withholds them; install one that has them (`openssl list -cipher-algorithms`)",
        "本机的 libcrypto 不提供 \(profile.name) 的算法：编译时未包含，或被其配置（openssl.cnf）禁用；"
          + "请安装含有这些算法的版本（用 `openssl list -cipher-algorithms` 查看）")
    case .notSealed(let path): Wording("\(path) is not sealed", "\(path) 未密封")
    }
  }
}

extension KeyFault {
  /// What is wrong with the file of a key, and what to do; nothing of the key is said.
  var wording: Wording {
    switch self {
    case .missing(let path): Wording("there is no key at \(path)", "\(path) 处没有密钥文件")
    case .unreadable(let path):
      Wording(
        "the key \(path) cannot be read: it has to be a file of text that its owner may read",
        "无法读取密钥 \(path)：它应是其属主可读的文本文件")
    case .open(let path, let mode):
      Wording(
        "the key \(path) is open to others (mode \(String(mode, radix: 8))); `chmod 0400` it",
        "密钥 \(path) 对其他用户开放（权限 \(String(mode, radix: 8))）；请执行 `chmod 0400`")
    case .notAKey(let source, let error):
      Wording("\(source) has no key: ", "\(source) 中没有密钥：") + error.wording
    case .exists(let path):
      Wording("\(path) exists already and is left as it is", "\(path) 已存在，保持原样")
    case .command(let status):
      Wording(
        "the command of GEWU_KEY_COMMAND, which is to print the key, ended with \(status)",
        "GEWU_KEY_COMMAND 指定的命令应输出密钥，但以 \(status) 结束")
    case .noFolder:
      Wording(
        "there is no folder for the key, since neither XDG_CONFIG_HOME nor HOME is set to a full path",
        "XDG_CONFIG_HOME 和 HOME 均未设为完整路径，没有存放密钥的文件夹")
    }
  }
}

extension NoKeyForStore {
  /// That there is no store, and why there is no key.
  var wording: Wording {
    Wording("no store was made, since it has no key: ", "没有密钥，因此未建库：") + Words.wording(of: cause)
  }
}

extension MasterKeyError {
  var wording: Wording {
    switch self {
    case .empty: Wording("it is empty", "内容为空")
    case .otherForm:
      Wording("its first line is not `\(MasterKey.heading)`", "首行不是 `\(MasterKey.heading)`")
    case .length(let count, let expected):
      Wording(
        "it has \(count) signs behind its first line, not \(expected) (11 groups of 6)",
        "首行之后有 \(count) 个字符，应为 \(expected) 个（11 组，每组 6 个）")
    case .group(let number):
      Wording(
        "its group \(number) of 11 is mistyped; compare its six signs with the sheet",
        "第 \(number) 组（共 11 组）有误；请与原件核对这 6 个字符")
    case .groupsExchanged:
      Wording(
        "its groups do not belong together: two were exchanged, or they are of different keys",
        "各组不属于同一密钥：可能有两组颠倒，或来自不同的密钥")
    }
  }
}
