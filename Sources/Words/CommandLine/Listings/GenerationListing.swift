package import Gewu
import Time
package import Warehouse

/// Generations as a list shows them.
package enum GenerationListing {
  /// The generations with what is known of them, a row each.
  package static func table(of generations: [Generation]) -> Wording {
    var table = Listing([
      .number("generation", "版本"), .text("status", "状态"), .text("valid", "有效"),
      .number("problems", "问题"), .text("created", "建立"), .text("activated", "启用"),
      .text("retired", "停用"),
    ])
    for generation in generations { table.append(row(of: generation)) }
    return table.wording
  }

  /// The values of one generation, empty where there is none.
  private static func row(of generation: Generation) -> [Wording] {
    let activation =
      generation.activatedAt?.text ?? generation.activatesAt.map { "(\($0))" } ?? ""
    return [
      Wording(verbatim: "\(generation.id)"), Wording(verbatim: generation.status.rawValue),
      generation.isValid.map(Wording.init(answer:)) ?? .empty,
      Wording(verbatim: generation.problemCount.map { "\($0)" } ?? ""),
      Wording(verbatim: generation.createdAt.text), Wording(verbatim: activation),
      Wording(verbatim: generation.retiredAt?.text ?? ""),
    ]
  }

  /// Whether a generation answers now or from a moment to come on, and how its check ended.
  package static func activation(
    of generation: Int64, among all: [Generation], check: GridCheckReport
  ) -> Wording {
    let moment = all.first { $0.id == generation }?.activatesAt
    let state =
      moment.map {
        Wording(
          "generation \(generation) becomes active at \($0)", "版本 \(generation) 将于 \($0) 启用")
      } ?? Wording("generation \(generation) is active", "版本 \(generation) 已启用")
    return state + GridCheckReport.outcome(problems: check.valid ? 0 : check.problemCount)
  }
}

extension Wording {
  /// Yes or no.
  init(answer: Bool) {
    self = answer ? Wording("yes", "是") : Wording("no", "否")
  }
}
