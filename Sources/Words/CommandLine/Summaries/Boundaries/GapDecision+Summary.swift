package import Gewu
import Time
package import Warehouse

extension GapDecision {
  /// What was decided of the gap, and what the check says since.
  package func summary(isRemoved: Bool) -> Wording {
    let label = gap.name.map { "\(gap.id) (\($0))" } ?? "\(gap.id)"
    let area = Figure.significant(gap.area)
    let deed =
      isRemoved
      ? Wording("gap \(label) is no longer accepted", "缝隙 \(label) 不再被接受")
      : Wording(
        "gap \(label) is accepted: \(area) m² at \(gap.longitude) \(gap.latitude)",
        "已接受缝隙 \(label)：\(area) m²，位于 \(gap.longitude) \(gap.latitude)")
    guard let generation, let problems else { return deed }
    return [
      deed,
      Wording("generation \(generation) is active", "版本 \(generation) 已启用")
        + GridCheckReport.outcome(problems: problems),
    ].lines()
  }
}

/// Accepted gaps as a list shows them.
package enum GapListing {
  /// The gaps, a row each.
  package static func table(of gaps: [AcceptedGap]) -> Wording {
    var table = Listing([
      .number("gap", "编号"), .text("name", "名称"), .number("m²", "平方米"), .text("at", "位置"),
      .text("accepted", "接受于"),
    ])
    for gap in gaps {
      table.append([
        Wording(verbatim: "\(gap.id)"), Wording(verbatim: gap.name ?? ""),
        Wording(verbatim: Figure.significant(gap.area)),
        Wording(verbatim: "\(gap.longitude) \(gap.latitude)"),
        Wording(verbatim: gap.acceptedAt.text),
      ])
    }
    return table.wording
  }
}
