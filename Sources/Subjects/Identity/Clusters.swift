/// Rows gathered into subjects by certain rules, under all that forbids it.
///
/// Within a component of rows joined by certain rules the links are taken strongest first, in the
/// total order (rule, smaller row, larger row), and a link that would bring rows together that
/// cannot be one subject is refused and queued. So on every path between two such rows the weakest
/// link goes (Kruskal's algorithm for the strongest spanning forest, with refusals), and the
/// result depends on the rows alone, not on their order.
struct Clusters {
  /// The rows of each cluster in canonical order, clusters by their smallest rows.
  private(set) var clusters: [[UInt32]] = []
  private(set) var items: [ReviewItem] = []

  private let table: RecordTable
  private let rank: [UInt32]
  private let links: LinkGroups
  private let plans: [CannotLinkRule]
  private let personalKeys: [Int?]

  /// Groups larger than this are linked by chain and star only where links have to be refused.
  static let fullyLinked = 400

  /// Clusters `rows`, given in canonical order, of which no row has links to others.
  init(rows: [UInt32], links: LinkGroups, table: RecordTable, rank: [UInt32]) {
    self.table = table
    self.rank = rank
    self.links = links
    plans = table.rules.cannotLink
    personalKeys = table.rules.sources.map(\.personalKey)
    items = links.items
    var sets = DisjointSets(count: table.count)
    for group in links.groups {
      let first = links.rows[group.rows.lowerBound]
      for row in links.rows[group.rows].dropFirst() { sets.join(first, row) }
    }
    // Components in canonical order: a row's place among those of its component is its rank.
    var starts = [Int32](repeating: -1, count: table.count)
    var components: [[UInt32]] = []
    for row in rows {
      let root = Int(sets.root(row))
      if starts[root] < 0 {
        starts[root] = Int32(truncatingIfNeeded: components.count)
        components.append([row])
      } else {
        components[Int(starts[root])].append(row)
      }
    }
    var broken: [Int: [LinkGroups.Group]] = [:]
    for (index, component) in components.enumerated() {
      if isConsistent(component) { clusters.append(component) } else { broken[index] = [] }
    }
    guard !broken.isEmpty else { return }
    for group in links.groups {
      let root = sets.root(links.rows[group.rows.lowerBound])
      broken[Int(starts[Int(root)])]?.append(group)
    }
    for (index, groups) in broken.sorted(by: { $0.key < $1.key }) {
      separate(components[index], groups)
    }
    clusters.sort { rank[Int($0[0])] < rank[Int($1[0])] }
  }

  private func claims(of row: UInt32) -> [Claim] {
    var claims: [Claim] = []
    table.addClaims(of: Int(row), to: &claims)
    if let further = links.claims[row] { claims += further }
    return Claim.unique(claims)
  }

  private func isConsistent(_ component: [UInt32]) -> Bool {
    guard component.count > 1, !isUnanimous(component) else { return true }
    var claims: [Claim] = []
    for row in component {
      table.addClaims(of: Int(row), to: &claims)
      if !links.claims.isEmpty, let further = links.claims[row] { claims += further }
    }
    return !Claim.isContradictory(Claim.unique(claims))
  }

  /// Whether no rule of the file sees two values, which is the case of nearly all components.
  private func isUnanimous(_ component: [UInt32]) -> Bool {
    if !links.claims.isEmpty, component.contains(where: { links.claims[$0] != nil }) {
      return false
    }
    for rule in plans {
      var (seen, source): (UInt32, UInt16) = (0, .max)
      for row in component {
        let line = table.rows[Int(row)]
        if rule.isPersonalKey {
          // Rows are in order of their data sets.
          if line.source != source { (seen, source) = (0, line.source) }
          guard let key = personalKeys[Int(source)] else { continue }
          let value = table.reading(Int(row), key)
          if seen != 0, value != 0, seen != value { return false }
          if value != 0 { seen = value }
          continue
        }
        for attribute in rule.differ {
          let value = table.reading(Int(row), attribute)
          guard value != 0 else { continue }
          if seen != 0, seen != value { return false }
          seen = value
          break
        }
      }
    }
    return true
  }

  private struct Link {
    var rule: Int
    var one: UInt32, other: UInt32
  }

  private func allLinks(_ groups: [LinkGroups.Group]) -> [Link] {
    var all: [Link] = []
    for group in groups {
      let rows = Array(links.rows[group.rows])
      for first in rows.indices {
        if rows.count <= Self.fullyLinked {
          for second in (first + 1)..<max(rows.count, first + 1) {
            all.append(Link(rule: group.rule, one: rows[first], other: rows[second]))
          }
        } else if first > 0 {
          all.append(Link(rule: group.rule, one: rows[0], other: rows[first]))
          all.append(Link(rule: group.rule, one: rows[first - 1], other: rows[first]))
        }
      }
    }
    return all.sorted {
      ($0.rule, rank[Int($0.one)], rank[Int($0.other)])
        < ($1.rule, rank[Int($1.one)], rank[Int($1.other)])
    }
  }

  private mutating func separate(_ component: [UInt32], _ groups: [LinkGroups.Group]) {
    var places: [UInt32: UInt32] = [:]
    for (place, row) in component.enumerated() {
      places[row] = UInt32(truncatingIfNeeded: place)
    }
    var sets = DisjointSets(count: component.count)
    var claims = component.map { self.claims(of: $0) }
    var refused: [(link: Link, by: UInt32)] = []
    for link in allLinks(groups) {
      guard let first = places[link.one], let second = places[link.other] else { continue }
      let (one, other) = (sets.root(first), sets.root(second))
      if one == other { continue }
      // A person's decision is above the rules of the file, but not above another decision.
      let least = link.rule < 0 ? UInt32(truncatingIfNeeded: table.rules.cannotLink.count + 1) : 0
      if let rule = Claim.exclusion(claims[Int(one)], claims[Int(other)], from: least) {
        refused.append((link, rule))
      } else {
        let joined = Claim.union(claims[Int(one)], claims[Int(other)])
        sets.join(one, other)
        claims[Int(sets.root(one))] = joined
      }
    }
    var gathered: [UInt32: [UInt32]] = [:]
    for (place, row) in component.enumerated() {
      gathered[sets.root(UInt32(truncatingIfNeeded: place)), default: []].append(row)
    }
    clusters += gathered.sorted { $0.key < $1.key }.map(\.value)
    var told: Set<[UInt32]> = []
    for (link, rule) in refused {
      guard let first = places[link.one], let second = places[link.other] else { continue }
      let pair = [sets.root(first), sets.root(second)].sorted()
      if told.insert(pair).inserted { items.append(item(link, by: rule)) }
    }
  }

  private func item(_ link: Link, by rule: UInt32) -> ReviewItem {
    let rows = [Int(link.one), Int(link.other)]
    let forbidding = table.rules.cannotLink
    let name =
      Int(rule) < forbidding.count
      ? forbidding[Int(rule)].rule : Int(rule) == forbidding.count ? "names" : "decision"
    if link.rule < 0 { return ReviewItem(reason: .decisionsDiffer, rows: rows) }
    return ReviewItem(
      reason: .refused(rule: table.rules.identity[link.rule].rule, forbiddenBy: name), rows: rows)
  }
}
