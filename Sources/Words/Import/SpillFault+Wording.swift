package import Intake

extension SpillFault {
  /// Which temporary file could not be used, why, and what to do.
  package var wording: Wording {
    (folder.isEmpty ? Wording(verbatim: "") : Wording("\(folder): ", "\(folder)：")) + what
  }

  private var what: Wording {
    let reason = SystemWords.system(cause)
    switch step {
    case .made:
      return Wording(
        "a temporary file cannot be made (\(reason.english)); make room there",
        "无法创建临时文件（\(reason.chinese)）；请在该处腾出空间")
    case .written:
      return Wording(
        "a temporary file cannot be written (\(reason.english)); make room there",
        "无法写入临时文件（\(reason.chinese)）；请在该处腾出空间")
    case .read:
      return Wording(
        "a temporary file cannot be read (\(reason.english)); import again",
        "无法读取临时文件（\(reason.chinese)）；请重新导入")
    case .cutShort:
      return Wording(
        "a temporary file was cut short; import again", "临时文件不完整；请重新导入")
    }
  }
}
