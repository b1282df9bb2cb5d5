/// What a data set must hold after any sequence of imports, rollbacks, replays and discards: worked
/// out anew from the list of what was done, with nothing ever taken away from it.
struct BatchHistoryModel {
  /// A row of a file: its key, its kind and its amount as text.
  struct Line: Hashable {
    var key: String
    var kind: String
    var amount: String

    /// A row passes where its amount is a number, and not below the least.
    func passes(least: Int) -> Bool { Int(amount).map { $0 >= least } ?? false }
    var text: String { "\(key),\(kind),\(amount),5,5" }
    var shown: String { "\(key):\(kind):\(amount)" }
  }

  /// One refusal of a row; a replay that refuses it again makes another one.
  struct Refusal {
    var batch: Int
    var age: Int
    var row: Int
    var line: Line
    var chain: Int
    var replayedIn: Int?
    var isDiscarded = false
  }

  struct Figures: Equatable {
    var inserted = 0
    var updated = 0
    var unchanged = 0
    var duplicate = 0
    var quarantined = 0
    var retired = 0
  }

  let isFull: Bool
  /// For each batch the versions that it brought, nil for a row that it retired.
  private(set) var changes: [Int: [String: Line?]] = [:]
  private(set) var takenBack: Set<Int> = []
  private(set) var refusals: [Refusal] = []

  var batches: [Int] { changes.keys.filter { !takenBack.contains($0) }.sorted() }

  /// The version of a key that counts, with its batch.
  func current(_ key: String) -> (batch: Int, line: Line)? {
    for batch in batches.reversed() {
      if let change = changes[batch]?[key] { return change.map { (batch, $0) } }
    }
    return nil
  }

  var visible: [String] {
    let keys = Set(changes.values.flatMap(\.keys))
    return keys.compactMap { current($0)?.line.shown }.sorted()
  }

  /// The open refusals, by their places in the list.
  var open: [Int] {
    Dictionary(grouping: refusals.indices) { refusals[$0].chain }.values.compactMap { chain in
      let made = chain.last { !takenBack.contains(refusals[$0].batch) }
      let closed = chain.last { index in
        refusals[index].replayedIn.map { !takenBack.contains($0) } ?? false
      }
      guard let made, made > closed ?? -1, !refusals[made].isDiscarded else { return nil }
      return made
    }.sorted()
  }

  mutating func load(_ lines: [Line], batch: Int, least: Int) -> Figures {
    var held: Set<String> = []
    let earlier = open
    var figures = take(lines.enumerated().map { ($0 + 1, $1) }, batch, least) { key, _ in
      held.insert(key)
      return false
    } refused: { row, line, model in
      held.insert(line.key)
      model.refusals.append(
        Refusal(batch: batch, age: batch, row: row, line: line, chain: model.refusals.count))
    }
    // What an earlier file had wrong and this one has right is settled.
    let taken = Set(lines.filter { $0.passes(least: least) }.map(\.key))
    for index in earlier where taken.contains(refusals[index].line.key) {
      refusals[index].replayedIn = batch
    }
    guard isFull, !lines.isEmpty else { return figures }
    for key in Set(changes.values.flatMap(\.keys)) where !held.contains(key) {
      guard current(key) != nil else { continue }
      changes[batch]?[key] = .some(nil)
      figures.retired += 1
    }
    return figures
  }

  mutating func replay(_ parent: Int, batch: Int, least: Int) -> Figures {
    let taken = open.filter { refusals[$0].batch == parent }
      .sorted { refusals[$0].row < refusals[$1].row }
    let age = taken.first.map { refusals[$0].age } ?? 0
    let before = self
    for index in taken { refusals[index].replayedIn = batch }
    return take(taken.map { (refusals[$0].row, refusals[$0].line) }, batch, least) { key, _ in
      (before.current(key)?.batch ?? 0) >= age
    } refused: { row, line, model in
      guard let index = taken.first(where: { model.refusals[$0].row == row }) else { return }
      model.refusals.append(
        Refusal(
          batch: batch, age: age, row: row, line: line, chain: model.refusals[index].chain))
    }
  }

  mutating func takeBack(_ batch: Int) { takenBack.insert(batch) }

  mutating func discard(_ index: Int) { refusals[index].isDiscarded = true }

  private mutating func take(
    _ lines: [(Int, Line)], _ batch: Int, _ least: Int,
    isProtected: (String, Self) -> Bool, refused: (Int, Line, inout Self) -> Void
  ) -> Figures {
    var figures = Figures()
    var seen: Set<String> = []
    let before = self
    changes[batch] = [:]
    for (row, line) in lines {
      guard line.passes(least: least) else {
        figures.quarantined += 1
        refused(row, line, &self)
        continue
      }
      let stays = isProtected(line.key, self)
      guard !stays, seen.insert(line.key).inserted else {
        figures.duplicate += 1
        continue
      }
      let known = before.current(line.key)?.line
      if known == line {
        figures.unchanged += 1
      } else {
        changes[batch]?[line.key] = line
        if known == nil { figures.inserted += 1 } else { figures.updated += 1 }
      }
    }
    return figures
  }
}
