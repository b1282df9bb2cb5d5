import Gewu
import Intake

extension ImportFault {
  /// Why files cannot be imported, or their refused rows be taken up again.
  var wording: Wording {
    switch self {
    case .noFile(let path):
      return Wording("\(path): there is no such file; check the path", "\(path)：文件不存在；请检查路径")
    case .lockFile(let path):
      return Wording(
        "\(path): is the lock file of Excel, WPS or LibreOffice: somebody has the workbook open; let "
          + "them save and close it, and name the workbook itself",
        "\(path)：是 Excel、WPS 或 LibreOffice 的锁文件：有人正打开该工作簿；请保存并关闭后指定工作簿本身")
    case .onlyLinks(let links):
      let listed = links.listed()
      return Wording(
        "there is nothing to import but links, which are not followed: \(listed.english); put the files "
          + "themselves there, or name them one by one",
        "除链接外没有可导入的文件，而链接不予跟随：\(listed.chinese)；请放入文件本身，或逐一指定文件")
    case .noManifest(let folder, let paths):
      let listed = paths.listed()
      return Wording(
        "no manifest in \(folder) names a file in \(listed.english)",
        "\(folder) 中没有清单对应 \(listed.chinese) 中的文件")
    case .noLevel(let level, let manifest, let levels):
      let listed = levels.listed()
      return Wording(
        "\(manifest): gewu.location: the active generation has no level '\(level)'; "
          + "its levels are \(listed.english)",
        "\(manifest)：gewu.location：启用的边界版本没有层级“\(level)”；其层级为 \(listed.chinese)")
    case .notStaged(let batch, let status):
      return Wording(
        "batch \(batch) is \(status.rawValue), not staged",
        "批次 \(batch) 的状态为 \(status.rawValue)，并非暂存")
    case .outdated(let batch, let successor):
      return Wording(
        "the open refused rows of batch \(batch) are out of date: the full load \(successor) "
          + "followed; nothing was changed",
        "批次 \(batch) 的待处理问题数据已过时：其后有全量装载 \(successor)；未作任何更改")
    }
  }
}
