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
  /// Name, what was sent, what the department knew, what is true, and the term and the forms that it
  /// comes from.
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
    let above =
      [(Wording("row", "行"), Wording(verbatim: "\(row)  \(file)"))]
      + links.map { link in
        // A link's name is a term of sources.csv, as the source of a column is, and has no translation.
        let role = link.role == "self" ? Wording("about", "对象") : Wording(verbatim: link.role)
        return (role, Wording(verbatim: "\(link.kind) \(link.number)"))
      }
    var facts: [(Wording, Wording)] = []
    if !place.isEmpty {
      facts.append((Wording("place", "位置"), Wording(verbatim: place.joined(separator: "  "))))
    }
    facts.append((Wording("outcome", "结果"), Self.outcome(outcome)))
    let names = [
      Wording("reasons", "原因"), Wording("remarks", "备注"), Wording("faults", "故意之错"),
    ]
    for (name, note) in zip(names, notes) where !note.isEmpty {
      facts.append((name, Wording(verbatim: note)))
    }
    let lines = above + facts
    let columns = table
    return Wording(
      english: Self.lines(lines.map { ($0.english, $1.english) }) + "\n" + columns.english,
      chinese: Self.lines(lines.map { ($0.chinese, $1.chinese) }) + "\n" + columns.chinese)
      + Wording(
        """


        =  as in the column to the left    -  nothing
        GeoData/demo/README.md says what the forms mean; the numbers are those of the tables in key/.
        """,
        """


        =  与左列相同    -  空
        形式的含义见 GeoData/demo/README.md；编号即 key/ 中各表的编号。
        """)
  }

  /// What the answer key expects of the row.
  private static func outcome(_ name: String) -> Wording {
    switch name {
    case "taken": Wording("taken", "收入")
    case "quarantined": Wording("quarantined", "隔离")
    case "blank": Wording("blank", "空行")
    default: Wording(verbatim: name)
    }
  }

  /// The names and values under each other, however long a name is.
  private static func lines(_ lines: [(String, String)]) -> String {
    let width = max(10, lines.map { TextTable.width(of: $0.0) }.max() ?? 0)
    return lines.map { name, value in
      name + String(repeating: " ", count: width + 2 - TextTable.width(of: name)) + value + "\n"
    }.joined()
  }

  /// The columns: a value that does not differ from the one to its left is written once.
  private var table: Wording {
    let rows = columns.map { cells in
      let (name, sent, seen, truth) = (cells[0], cells[1], cells[2], cells[3])
      return [
        name, sent.isEmpty ? "-" : sent, Self.cell(seen, after: sent),
        Self.cell(truth, after: seen),
      ] + cells[4...]
    }
    func text(_ headings: [String]) -> String {
      var table = TextTable(headings.map { ($0, .left) })
      for row in rows { table.append(row) }
      return table.text
    }
    return Wording(
      english: text(["column", "sent", "known", "truth", "source", "form"]),
      chinese: text(["列", "送来", "部门所知", "事实", "来源", "形式"]))
  }

  private static func cell(_ value: String, after left: String) -> String {
    value == left ? "=" : value.isEmpty ? "-" : value
  }
}
