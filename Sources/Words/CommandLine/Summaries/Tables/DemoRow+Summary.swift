/// A row of a demo district's file beside the truth, as texts.
package struct DemoRow: Sendable {
  package var file: String
  package var row: Int
  /// Whom or what it is about: the steps that lead there, the kind, the number in the key.
  package var links: [(role: String, kind: String, number: Int)]
  /// The true address, longitude, latitude and grid, as far as there are any.
  package var place: [String]
  package var outcome: String
  /// The reasons, the remarks and what was done on purpose; empty for none.
  package var notes: [String]
  /// Name, what was sent, what the department knew, what is true, where from.
  package var columns: [[String]]

  package init(
    file: String, row: Int, links: [(role: String, kind: String, number: Int)], place: [String],
    outcome: String, notes: [String], columns: [[String]]
  ) {
    (self.file, self.row, self.links, self.place) = (file, row, links, place)
    (self.outcome, self.notes, self.columns) = (outcome, notes, columns)
  }

  /// What the row is about, then a line for each column.
  package var summary: Wording {
    var details = Details()
    details.append(Wording("row", "行"), "\(row)  \(file)")
    for link in links {
      details.append(Wording(verbatim: link.role), "\(link.kind) \(link.number)")
    }
    if !place.isEmpty { details.append(Wording("place", "位置"), place.joined(separator: "  ")) }
    details.append(Wording("outcome", "结果"), outcome)
    let names = [
      Wording("reasons", "原因"), Wording("remarks", "备注"), Wording("faults", "故意之错"),
    ]
    for (name, note) in zip(names, notes) where !note.isEmpty { details.append(name, note) }
    return details.wording + Wording(verbatim: "\n\n")
      + Wording(
        english: table(["column", "sent", "known", "truth", "source"]),
        chinese: table(["列", "送来", "部门所知", "事实", "来源"]))
  }

  private func table(_ headings: [String]) -> String {
    var table = TextTable(headings.map { ($0, .left) })
    for column in columns { table.append(column) }
    return table.text
  }
}
