package import Warehouse

extension StoreError {
  /// What to do about it on the command line; nil where the error itself says all.
  package var commandLineHint: Wording? {
    switch self {
    case .notFound:
      Wording(
        "make one with `gewu init`, or name another with --store or GEWU_STORE",
        "请用 `gewu init` 新建，或用 --store 或 GEWU_STORE 指定另一个")
    case .exists: Wording("name another file with --store", "请用 --store 指定另一个文件")
    case .notAStore: Wording("name the right file with --store", "请用 --store 指定正确的文件")
    case .notArchived:
      Wording("`gewu import` needs --force for that", "重新导入时 `gewu import` 需要 --force")
    case .failed(_, .rollbackUnbalanced), .failed(_, .notAGeometry):
      Wording("check the store with `gewu verify`", "请用 `gewu verify` 检查数据库")
    case .notADatabase, .newer, .locked, .full, .readOnly, .unknownSRID, .badLevels, .failed: nil
    }
  }
}
