/// The figures of a whole demo district whose import is as the answer key says.
package struct DemoFigures: Sendable {
  package var files = 0
  /// How many more files nothing is taken of.
  package var refused = 0
  package var departments = 0
  package var cells = 0
  /// The sums over all files, by the names of an import's figures.
  package var sums: [String: Int] = [:]
  /// How many files there are of each format.
  package var formats: [String: Int] = [:]
  package var reasons: [String: Int] = [:]
  package var remarks: [String: Int] = [:]

  package init() {}

  /// The figures in a few lines.
  package var summary: Wording {
    let sum = { (name: String) in sums[name] ?? 0 }
    let retired = sum("retired")
    let refusals =
      refused == 0
      ? []
      : [
        Wording(
          "  \(refused) more files of which nothing was taken", "  另有 \(refused) 个文件整份未收")
      ]
    let head = [
      Wording(
        "\(files) files of \(departments) departments: all as the answer key says",
        "\(departments) 个部门的 \(files) 个文件：全部与答案一致")
    ]
    let rest = [
      Wording(
        "  \(sum("read")) read = \(sum("inserted")) inserted + \(sum("updated")) updated + "
          + "\(sum("unchanged")) unchanged + \(sum("duplicate")) duplicate + "
          + "\(sum("quarantined")) quarantined + \(sum("blank")) blank",
        "  读取 \(sum("read")) = 新增 \(sum("inserted")) + 更新 \(sum("updated")) + "
          + "未变 \(sum("unchanged")) + 重复 \(sum("duplicate")) + "
          + "问题 \(sum("quarantined")) + 空行 \(sum("blank"))"),
      Wording(
        "  \(sum("attached")) attached to \(cells) cells, \(sum("unattached")) unattached"
          + (retired == 0 ? "" : ", \(retired) retired"),
        "  已落格 \(sum("attached")) 行，涉及 \(cells) 个单元；未落格 \(sum("unattached")) 行"
          + (retired == 0 ? "" : "；注销 \(retired) 行")),
      Wording("  formats: ", "  格式：") + formats.ranked(),
      Wording("  reasons: ", "  原因：") + reasons.ranked(),
      Wording("  remarks: ", "  备注：") + remarks.ranked(),
    ]
    return (head + refusals + rest).lines()
  }
}
