import Foundation

extension CrsSurvey {
  /// The figures and the question, in English.
  var question: String {
    guard let best = shares.first, best.inside > 0 else {
      return "`crs: auto`: no reading puts any of the \(positions) positions into the district; "
        + "ask the department for the reference system, and name it in the manifest"
    }
    return "`crs: auto` decides nothing; of \(positions) positions "
      + Self.list(shares, "inside the district", "in the cell that the row names")
      + "; choose one in the manifest, for example `\(best.rule)`"
  }

  /// The same in Chinese.
  var questionChinese: String {
    guard let best = shares.first, best.inside > 0 else {
      return "crs: auto:任何坐标系假设下,\(positions) 个点都不在辖区内;请向来源部门确认坐标系并写入清单"
    }
    return "crs: auto 不作决定;\(positions) 个点中 " + Self.list(shares, "落在辖区", "落在本行所述单元")
      + ";请在清单中选定,例如 \(best.rule)"
  }

  private static func list(_ shares: [CrsShare], _ inside: String, _ within: String) -> String {
    let shown = shares.filter { $0.inside > 0 }.prefix(8)
    return shown.map { share in
      let cell = share.within.map { ", \(percent($0)) \(within)" } ?? ""
      return "\(share.rule): \(percent(share.inside)) \(inside)\(cell)"
    }.joined(separator: "; ")
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.1f%%", share * 100)
  }
}
