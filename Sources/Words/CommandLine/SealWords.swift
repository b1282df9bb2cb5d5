import Access
package import Gewu
package import Warehouse

/// What is said of keys and of what is sealed.
package enum SealWords {
  /// What stands in the file of a key that is made, in both languages: who opens it may read either.
  package static func keyComment(store: String) -> String {
    """
    The key of the Gewu store \(store). Without it what is sealed there cannot be read, by anybody.
    Keep a copy apart from the store and from its backups.
    格物库 \(store) 的密钥。没有它，任何人都无法读取库中密封的内容。
    请另存一份，与库及其备份分开保管。
    """
  }

  /// What stands on a sheet that is printed.
  package static func recoveryComment(store: String) -> String {
    """
    The key of the Gewu store \(store), to be kept under lock apart from it.
    To use it again, type the lines below into a file of mode 0400 and name it with --key.
    格物库 \(store) 的密钥，请与库分开、上锁保管。
    需要恢复时，将以下各行输入一个权限为 0400 的文件，并用 --key 指定。
    """
  }

  package static let keepKey = Wording(
    "keep a copy of the key apart from the store and its backups (`gewu seal export-recovery` prints "
      + "it): without it what is sealed is lost, in every backup too",
    "请另存一份密钥，与库及其备份分开保管（可用 `gewu seal export-recovery` 打印）：没有它，密封的内容将永远无法读取，备份也不例外")

  /// What a store without a key is good for.
  package static func unsealed(_ path: String) -> Wording {
    Wording(
      "\(path) is not sealed: for data that is not personal only; `gewu seal store` seals it",
      "\(path) 未密封：仅限非个人数据；可用 `gewu seal store` 密封")
  }

  /// Where the key of a store is that was sealed just now.
  package static func key(in place: KeyPlace) -> Wording {
    switch place {
    case .file(let path, isMade: true): madeKey(path)
    case .file(let path, isMade: false):
      Wording(
        "sealed with the key that was in \(path) already", "已用 \(path) 中原有的密钥密封")
    case .command:
      Wording(
        "sealed with the key that GEWU_KEY_COMMAND prints", "已用 GEWU_KEY_COMMAND 输出的密钥密封")
    }
  }

  package static func madeKey(_ path: String) -> Wording {
    Wording("the key is in \(path)", "密钥保存在 \(path)")
  }

  package static func sealed(_ report: SealReport) -> Wording {
    let version = report.status.versions.last?.number ?? 0
    return [
      report.keyFile.map(madeKey),
      Wording(
        "sealed \(report.values) values and \(report.files) source files under version \(version) of the key",
        "已用密钥版本 \(version) 密封 \(report.values) 个值和 \(report.files) 个原始文件"),
    ].compactMap(\.self).lines()
  }

  package static func rewrapped(_ report: SealReport) -> Wording {
    let key = report.status.identity?.key ?? ""
    return [
      report.keyFile.map(madeKey),
      Wording(
        "the store's keys are wrapped by the key \(key); the former key no longer opens them",
        "库的密钥已改由密钥 \(key) 保护；原来的密钥不再能打开"),
    ].compactMap(\.self).lines()
  }

  package static func status(_ status: SealStatus, store: String) -> Wording {
    guard let identity = status.identity else {
      return Wording(
        "\(store) is not sealed: for data that is not personal only; `gewu seal store` seals what is personal, "
          + "and the source files",
        "\(store) 未密封：仅限非个人数据；`gewu seal store` 可密封个人信息和原始文件")
    }
    var lines = [
      Wording(
        "\(store) is sealed: store \(identity.store), key \(identity.key)",
        "\(store) 已密封：库 \(identity.store)，密钥 \(identity.key)")
    ]
    for version in status.versions {
      lines.append(
        Wording(
          "version \(version.number) of \(version.madeAt), \(version.profile.name): \(version.values) values, "
            + "\(version.files) source files",
          "版本 \(version.number)（\(version.madeAt)，\(version.profile.name)）：\(version.values) 个值，"
            + "\(version.files) 个原始文件"))
    }
    if status.clear > 0 {
      lines.append(
        Wording(
          "\(status.clear) values are in the clear; `gewu seal store` seals them",
          "有 \(status.clear) 个值未密封；请运行 `gewu seal store`"))
    }
    if status.clearFiles > 0 {
      lines.append(
        Wording(
          "\(status.clearFiles) source files are in the clear; `gewu seal store` seals them",
          "有 \(status.clearFiles) 个原始文件未密封；请运行 `gewu seal store`"))
    }
    if status.hasResidue, status.clear == 0 {
      lines.append(
        Wording(
          "what was sealed may still stand in free pages of the file; `gewu seal store` empties them",
          "已密封内容的明文可能仍留在文件的空闲页中；请运行 `gewu seal store` 清除"))
    }
    if status.versions.count > 1 {
      lines.append(
        Wording(
          "a rotation was not finished; `gewu seal rotate` goes on with it",
          "密钥轮换尚未完成；请再次运行 `gewu seal rotate`"))
    }
    return lines.lines()
  }
}

/// What `gewu seal` answers as JSON.
package struct SealAnswer: Encodable, Sendable {
  private struct Version: Encodable {
    let version: UInt32
    let profile: String
    let made_at: String
    let values: Int
    let files: Int
  }

  private let sealed: Bool
  private let store_id: String?
  private let key_id: String?
  private let key_file: String?
  private let sealed_now: Int?
  private let files_sealed_now: Int?
  private let clear: Int
  /// Left out where there is none.
  private let residue: Bool?
  private let clear_files: Int
  private let versions: [Version]

  package init(_ status: SealStatus) { self.init(status, values: nil, files: nil, keyFile: nil) }

  package init(_ report: SealReport) {
    self.init(
      report.status, values: report.values, files: report.files, keyFile: report.keyFile)
  }

  private init(_ status: SealStatus, values: Int?, files: Int?, keyFile: String?) {
    sealed = status.identity != nil
    (store_id, key_id) = (status.identity?.store, status.identity?.key)
    (key_file, sealed_now, files_sealed_now) = (keyFile, values, files)
    (clear, clear_files) = (status.clear, status.clearFiles)
    residue = status.hasResidue ? true : nil
    versions = status.versions.map {
      Version(
        version: $0.number, profile: $0.profile.name, made_at: $0.madeAt, values: $0.values,
        files: $0.files)
    }
  }
}
