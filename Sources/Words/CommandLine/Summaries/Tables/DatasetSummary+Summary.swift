import Datasets
package import Gewu

extension DatasetSummary {
  /// Everything that is known of the data set, a line each.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("data set", "数据资源"), id)
    if let title { details.append(Wording("title", "英文名"), title) }
    if let titleChinese { details.append(Wording("标题", "中文名"), titleChinese) }
    if let department { details.append(Wording("department", "部门"), department) }
    func text(_ rows: Int?) -> String { rows.map { "\($0)" } ?? "-" }
    let (all, with, without) = (text(rows), text(attached), text(unattached))
    details.append(
      Wording("rows", "行数"),
      Wording(
        "\(all): \(with) attached, \(without) unattached", "\(all)：已落格 \(with)，未落格 \(without)"))
    if let firstDate, let lastDate {
      details.append(
        Wording("dates", "日期"), Wording("\(firstDate) to \(lastDate)", "\(firstDate) 至 \(lastDate)")
      )
    }
    for exposure in exposures {
      let title = exposure.title
      details.append(
        Wording("exposure", "暴露量"),
        Wording(
          "\(exposure.name)\(title.map { ": \($0)" } ?? "")",
          "\(exposure.name)\(title.map { "：\($0)" } ?? "")"))
    }
    for category in categories { details.append(Wording("category", "类别"), category) }
    return details.wording
  }
}

extension ReviewedManifests {
  /// The findings and proposals, a line each, and how many manifests there are.
  package var summary: Wording {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    var sum = Wording(
      "\(count) manifests, \(errors) errors, \(warnings) warnings",
      "\(count) 份清单，\(errors) 个错误，\(warnings) 个提醒")
    if !proposals.isEmpty {
      sum = sum + Wording(", \(proposals.count) proposals", "，\(proposals.count) 条建议")
    }
    return (findings.map(\.text) + proposals.map(\.text) + [sum]).lines()
  }
}
