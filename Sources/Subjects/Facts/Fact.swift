/// A dated fact about a subject and a place: lives there, owns it, is registered there.
public struct Fact: Hashable, Sendable {
  /// What it says.
  public let kind: FactKind
  /// The place as read and as stated; numbers of the table's pool.
  public let place: UInt32, stated: UInt32
  /// The code of the place's division; 0 where nobody states it.
  public let division: UInt32
  /// The first day, ``CivilDay/unknown`` where nobody knows.
  public let from: Int32
  /// The last day, border included; ``CivilDay/unknown`` while it lasts.
  public let to: Int32
  /// The rows that state it, in canonical order; the first of the best ranked ones comes first.
  public let rows: [Int]
  /// Whether its address is known well enough to move a person there.
  public let mayMove: Bool
  /// Whether it is the place where the person mainly lives.
  public fileprivate(set) var isMain: Bool
  /// Whether it is main only because nothing else is known: the registered place.
  public fileprivate(set) var isLastResort: Bool
}

/// Gathers the dated facts of subjects from their rows.
struct Facts {
  let table: RecordTable
  let rank: [UInt32]
  /// The rules by data set.
  private let rules: [[FactRule]]

  init(table: RecordTable, rank: [UInt32]) {
    self.table = table
    self.rank = rank
    rules = table.rules.sources.indices.map { source in
      table.rules.facts.filter { $0.source == source }
    }
  }

  /// One row's word for a fact.
  private struct Telling {
    var rule: FactRule
    var row: UInt32
    var place: RecordTable.Cell
    var from: Int32
    var to: Int32
    var mayMove: Bool
  }

  /// The facts of a cluster, by kind and by the place's bytes, and whether two places have the same
  /// right to be the main one.
  func facts(of members: [UInt32], end: Int32) -> (facts: [Fact], isTied: Bool) {
    if table.rules.facts.isEmpty { return ([], false) }
    var tellings: [Telling] = []
    for row in members where !table.rows[Int(row)].isDeleted {
      for rule in rules[Int(table.rows[Int(row)].source)] {
        guard let place = table.cell(Int(row), rule.place) else { continue }
        let level = rule.level.map { table.reading(Int(row), $0) } ?? 0
        let reached = rule.levels.isEmpty || rule.levels.contains(Array(table.pool[level]))
        tellings.append(
          Telling(
            rule: rule, row: row, place: place, from: day(Int(row), rule.from),
            to: day(Int(row), rule.to), mayMove: reached))
      }
    }
    var gathered: [Place: [Telling]] = [:]
    for telling in tellings {
      gathered[Place(kind: telling.rule.kind, place: telling.place.reading), default: []]
        .append(telling)
    }
    var facts = gathered.values.map { fact($0, end: end) }
    facts.sort { isBefore($0, $1) }
    let isTied = chooseMain(&facts, end: end)
    return (facts, isTied)
  }

  private struct Place: Hashable {
    var kind: FactKind
    var place: UInt32
  }

  private func day(_ row: Int, _ attribute: Int?) -> Int32 {
    guard let attribute, let cell = table.cell(row, attribute) else { return CivilDay.unknown }
    return CivilDay.read(table.pool[cell.reading]) ?? CivilDay.unknown
  }

  private func fact(_ tellings: [Telling], end: Int32) -> Fact {
    let sorted = tellings.sorted { precedes($0, $1) }
    let best = sorted[0]
    let starts = tellings.map(\.from).filter { $0 != CivilDay.unknown }
    let isOpen = tellings.contains { $0.to == CivilDay.unknown }
    var last = isOpen ? CivilDay.unknown : tellings.map(\.to).max() ?? CivilDay.unknown
    if end != CivilDay.unknown, last == CivilDay.unknown || last > end { last = end }
    let division = sorted.lazy.compactMap { telling in
      telling.rule.division.flatMap { table.cell(Int(telling.row), $0) }
    }.first
    return Fact(
      kind: best.rule.kind, place: best.place.reading, stated: best.place.stated,
      division: division?.reading ?? 0, from: starts.min() ?? CivilDay.unknown, to: last,
      rows: sorted.map { Int($0.row) }, mayMove: tellings.contains(where: \.mayMove),
      isMain: false, isLastResort: false)
  }

  private func precedes(_ left: Telling, _ right: Telling) -> Bool {
    let (one, other) = (table.rows[Int(left.row)], table.rows[Int(right.row)])
    let ranks = table.rules.sources
    if ranks[Int(one.source)].rank != ranks[Int(other.source)].rank {
      return ranks[Int(one.source)].rank < ranks[Int(other.source)].rank
    }
    return rank[Int(left.row)] < rank[Int(right.row)]
  }

  private func isBefore(_ left: Fact, _ right: Fact) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    return table.pool.compare(left.place, right.place) < 0
  }

  /// The newest dated place that may move a person, then by rank; failing all, the registered one.
  private func chooseMain(_ facts: inout [Fact], end: Int32) -> Bool {
    let places = facts.indices.filter {
      facts[$0].kind == .lives && facts[$0].mayMove
        && (facts[$0].to == CivilDay.unknown || facts[$0].to == end)
    }
    let ordered = places.sorted { merit(facts[$0]) < merit(facts[$1]) }
    if let first = ordered.first {
      facts[first].isMain = true
      guard let second = ordered.dropFirst().first else { return false }
      let (one, other) = (merit(facts[first]), merit(facts[second]))
      return (one.0, one.1) == (other.0, other.1)
    }
    if let registered = facts.firstIndex(where: { $0.kind == .registered }) {
      facts[registered].isMain = true
      facts[registered].isLastResort = true
    }
    return false
  }

  private func merit(_ fact: Fact) -> (Int64, Int, UInt32) {
    let first = table.rows[fact.rows[0]]
    let day = fact.rows.map { max(fact.from, table.rows[$0].effective) }.max() ?? fact.from
    return (-Int64(day), table.rules.sources[Int(first.source)].rank, rank[fact.rows[0]])
  }
}
