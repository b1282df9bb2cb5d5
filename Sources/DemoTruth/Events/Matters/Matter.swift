/// A matter that events are about, with what is said about it and how long its handling may take.
package struct Matter: Sendable {
  package let kind: Event.Kind
  /// A code of the class list of its kind: `request-topic.csv`, `event-class.csv`,
  /// `dispute-kind.csv`, `petition-content.csv`; for the others the name of the class.
  package let code: String
  /// How often among those of its kind.
  package let weight: Int
  /// Where: r on roads, b at buildings where people live, f at firms.
  let place: Character
  /// The sections (capital letters) of the firms it is about; empty where it is about none.
  let sections: String
  /// How weather changes it, see ``EventRhythm``; - not at all.
  let weather: Character
  /// The hours: d by day, n at night.
  let hours: Character
  /// The time for handling in minutes of work.
  package let limit: Int
  /// 主办单位.
  package let department: String
  package let title: String
  let problems: [String]

  /// Whether it comes up along roads by their length: what is reported of a road is reported by those who
  /// live near it.
  var followsRoads: Bool { place == "r" && kind != .report }

  /// All matters; the place in it is `Event.matter`.
  package static let all: [Matter] =
    (MatterTable.reports.split(separator: "\n").map { Matter($0, .report) })
    + (MatterTable.cases.split(separator: "\n").map { Matter($0, .cityCase) })
    + MatterTable.others.split(separator: "\n").compactMap { row in
      let kinds: [Character: Event.Kind] = [
        "E": .environment, "H": .hazard, "F": .fireHazard, "D": .dispute, "P": .petition,
        "L": .labour, "M": .major,
      ]
      return row.first.flatMap { kinds[$0] }.map { Matter(row.dropFirst(2), $0) }
    }

  /// The places of the matters of a kind.
  static let places: [[Int]] = Event.Kind.allCases.map { kind in
    all.indices.filter { all[$0].kind == kind }
  }

  private init(_ row: Substring, _ kind: Event.Kind) {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    self.kind = kind
    code = cells[0]
    weight = Int(cells[1]) ?? 0
    place = cells[2].first ?? "b"
    sections = String(cells[2].dropFirst())
    weather = cells[3].first ?? "-"
    hours = cells[3].last ?? "d"
    // Hours of work, or days of eight hours.
    let number = Int(cells[4].dropLast()) ?? 40
    limit = number * (cells[4].hasSuffix("d") ? 480 : 60)
    department = cells[5]
    title = cells[6]
    problems = cells[7].split(separator: "/").map(String.init)
  }
}
