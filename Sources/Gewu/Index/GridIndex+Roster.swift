import Rosters
import Time
import Warehouse

extension GridIndex {
  /// The cells of all levels, top first, as posts depend on them.
  func rosterCells(session: StoreTransaction) throws -> [RosterCell] {
    var cells: [RosterCell] = []
    var above = 0
    for level in levels {
      let kinds = try session.kinds(ofGeneration: generation.id, level: level.level.id)
      let start = cells.count
      for place in level.codes.indices {
        let parent = Int(level.parents[place])
        cells.append(
          RosterCell(
            level: level.level.name, code: level.codes[place], name: level.names[place],
            kind: kinds[level.rowIDs[place]], parent: parent < 0 ? nil : above + parent))
      }
      above = start
    }
    return cells
  }

  /// The posts of the cells on a day, by a norm or by that which the net goes by.
  func roster(
    on day: Day, norm: RosterNorm? = nil, session: StoreTransaction
  ) throws -> Roster {
    let norm = try norm ?? session.norm(ofNet: generation.net)
    return Roster(
      net: generation.net, cells: try rosterCells(session: session), rules: norm?.rules ?? [],
      posts: try session.heldPosts(), on: day)
  }

  /// The index of the posts on a day, or `held` where that is still it; nil where the store has no list of
  /// posts.
  func posts(
    on day: Day, held: PostIndex? = nil, isWritten: Bool, session: StoreTransaction
  ) throws -> PostIndex? {
    if let held, try isEdition(held, on: day, session: session) { return held }
    guard try session.hasPosts() else { return nil }
    return PostIndex(
      try roster(on: day, session: session), leafCount: levels.last?.codes.count ?? 0,
      edition: try postsEdition(on: day, session: session), isWritten: isWritten)
  }

  /// Whether an index of posts is still that of the cells and of a day.
  func isEdition(_ posts: PostIndex, on day: Day, session: StoreTransaction) throws -> Bool {
    try posts.edition == postsEdition(on: day, session: session)
  }

  private func postsEdition(on day: Day, session: StoreTransaction) throws -> String {
    "\(edition)-\(try session.postsEdition())d\(day.ordinal)"
  }
}
