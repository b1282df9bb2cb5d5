package import Time

/// The posts of the cells of one net on one day, held and vacant, by its norm.
///
/// The same for any order of the posts. Cells of all levels are one list, those above before those
/// below; a post is in the cell of its code.
package struct Roster: Sendable {
  /// A post of a cell: held by somebody, or vacant.
  package struct Entry: Sendable, Equatable {
    /// The code of the role.
    package var role: String
    /// What the norm says of it; nil where the norm has no such post there.
    package var rule: PostRule?
    /// Who holds it; nil where it is vacant.
    package var post: HeldPost?
    /// The place of the cell above whose post stands in for a vacant one.
    package var standIn: Int?

    package var isVacant: Bool { post == nil }
  }

  package let net: String
  package let day: Day
  package let cells: [RosterCell]
  /// Those posts held on the day whose code no cell has, in a fixed order.
  package let homeless: [HeldPost]
  let rules: [PostRule]
  /// The posts held in each cell, in a fixed order.
  let held: [[HeldPost]]
  /// Those that are over, by cell.
  let over: [[HeldPost]]

  /// - Parameters:
  ///   - cells: those of all levels; the place of a parent is before that of its cells.
  ///   - rules: of any nets; those of this one count.
  ///   - posts: of any nets and times.
  package init(
    net: String, cells: [RosterCell], rules: [PostRule], posts: [HeldPost], on day: Day
  ) {
    (self.net, self.day, self.cells) = (net, day, cells)
    self.rules = rules.filter { $0.net == net }
    let places = Places(cells, rules: self.rules)
    var held = Array(repeating: [HeldPost](), count: cells.count)
    var over = held
    var homeless: [HeldPost] = []
    for post in posts where post.net == net {
      guard let place = places.place(of: post) else {
        if post.holds(on: day) { homeless.append(post) }
        continue
      }
      if post.holds(on: day) {
        held[place].append(post)
      } else if post.isOver(on: day) {
        over[place].append(post)
      }
    }
    self.held = held.map { $0.sorted(by: HeldPost.precedes) }
    self.over = over
    self.homeless = homeless.sorted {
      $0.cell.utf8.elementsEqual($1.cell.utf8)
        ? HeldPost.precedes($0, $1) : $0.cell.utf8.lexicographicallyPrecedes($1.cell.utf8)
    }
  }

  /// The posts of a cell: those of the norm in its order, vacant ones too, then others by role.
  package func entries(ofCell place: Int) -> [Entry] {
    var rest = held[place]
    var entries: [Entry] = []
    for rule in rules where rule.holds(ofLevel: cells[place].level, kind: cells[place].kind) {
      let own = rest.filter { $0.role == rule.role }
      rest.removeAll { $0.role == rule.role }
      entries += own.map { Entry(role: rule.role, rule: rule, post: $0) }
      guard own.count < rule.least else { continue }
      let standIn = standIn(for: rule, in: place)
      let vacant = Entry(role: rule.role, rule: rule, post: nil, standIn: standIn)
      entries += Array(repeating: vacant, count: rule.least - own.count)
    }
    rest.sort { $0.role == $1.role ? HeldPost.precedes($0, $1) : $0.role < $1.role }
    return entries + rest.map { Entry(role: $0.role, rule: nil, post: $0) }
  }

  /// The cell and those above it, the lowest first.
  package func path(from place: Int) -> [Int] {
    var path = [place]
    while let last = path.last, let parent = cells[last].parent, parent < last, parent >= 0 {
      path.append(parent)
    }
    return path
  }

  /// The nearest cell above in which one of the posts is held that may stand in.
  func standIn(for rule: PostRule, in place: Int) -> Int? {
    guard !rule.standIns.isEmpty else { return nil }
    return path(from: place).dropFirst().first { above in
      rule.standIns.contains { one in
        one.level == cells[above].level && held[above].contains { $0.role == one.role }
      }
    }
  }
}

/// Finds the cells that posts are in by their codes.
private struct Places {
  private let cells: [RosterCell]
  private let byCode: [String: [Int]]
  private let levels: [String: Set<String>]

  init(_ cells: [RosterCell], rules: [PostRule]) {
    self.cells = cells
    byCode = Dictionary(grouping: cells.indices) { cells[$0].code }
    levels = Dictionary(grouping: rules, by: \.role).mapValues { Set($0.map(\.level)) }
  }

  /// Where cells of several levels have the code, the one of a level for which the norm has the role,
  /// else the lowest.
  func place(of post: HeldPost) -> Int? {
    guard let found = byCode[post.cell] else { return nil }
    guard found.count > 1 else { return found.first }
    let fit = levels[post.role] ?? []
    return found.last { fit.contains(cells[$0].level) } ?? found.last
  }
}
