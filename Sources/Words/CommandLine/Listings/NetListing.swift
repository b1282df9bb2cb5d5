package import Gewu

/// Nets as a list shows them.
package enum NetListing {
  /// The nets with their levels, a row each; of a title in one language only, that one.
  package static func table(of nets: [NetSummary]) -> Wording {
    var table = Listing([
      .text("net", "网"), .text("title", "名称"), .text("codes", "编码规则"), .text("levels", "层级"),
      .number("generation", "版本"),
    ])
    for net in nets {
      let title = Wording(
        net.title ?? net.titleChinese ?? "", net.titleChinese ?? net.title ?? "")
      let rest = [
        net.codes, net.levels.joined(separator: " > "), net.generation.map { "\($0)" } ?? "",
      ]
      table.append(
        [Wording(verbatim: net.name), title] + rest.map(Wording.init(verbatim:)))
    }
    return table.wording
  }
}
