import Geometry
import Grids
import Warehouse

/// Counts what goes from a cell of one generation to one of another.
///
/// What has a position is looked up in both; what is attached by code alone stays in the cell of
/// that code, where the other generation has it.
struct HandCount {
  /// A cell before and one after, as positions in the leaf levels or codes of a higher level.
  private struct Key: Hashable {
    var from: String?
    var to: String?
  }

  private let before: GridIndex
  private let after: GridIndex
  private let codesBefore: [Int64: (code: String, level: String)]
  private let codesAfter: [String: Set<String>]
  private var examined = 0
  private var counts: [Key: Int] = [:]
  /// Of pairs of leaf cells, by position, so that no text is made a row.
  private var leafCounts: [UInt64: Int] = [:]

  init(_ before: GridIndex, _ after: GridIndex) {
    self.before = before
    self.after = after
    var codes: [Int64: (String, String)] = [:]
    for level in before.levels {
      for (id, code) in zip(level.rowIDs, level.codes) { codes[id] = (code, level.level.name) }
    }
    codesBefore = codes
    codesAfter = Dictionary(
      after.levels.map { ($0.level.name, Set($0.codes)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Looks at one row.
  mutating func add(_ row: PlacedRow) {
    if let position = row.position, row.method != "code" {
      examined += 1
      let from = before.locate(position).cell
      let to = after.locate(position).cell
      leafCounts[
        UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to)), default: 0] += 1
    } else if let id = row.gridID, let cell = codesBefore[id] {
      examined += 1
      let remains = codesAfter[cell.level]?.contains(cell.code) ?? false
      if !remains { counts[Key(from: cell.code, to: nil), default: 0] += 1 }
    }
  }

  /// What was counted.
  ///
  /// - Parameter limit: the most pairs that are listed.
  func hands(dataset: String?, limit: Int) -> GridDiff.Hands {
    var all = counts
    let (old, new) = (before.levels.last?.codes ?? [], after.levels.last?.codes ?? [])
    for (pair, count) in leafCounts {
      let from = Int32(bitPattern: UInt32(pair >> 32))
      let to = Int32(truncatingIfNeeded: pair)
      let key = Key(from: from < 0 ? nil : old[Int(from)], to: to < 0 ? nil : new[Int(to)])
      if key.from != key.to { all[key, default: 0] += count }
    }
    let pairs = all.map { GridDiff.Pair(from: $0.key.from, to: $0.key.to, count: $0.value) }
      .sorted {
        ($1.count, $0.from ?? "", $0.to ?? "") < ($0.count, $1.from ?? "", $1.to ?? "")
      }
    return GridDiff.Hands(
      dataset: dataset, examined: examined, changed: all.values.reduce(0, +),
      pairs: Array(pairs.prefix(limit)))
  }
}
