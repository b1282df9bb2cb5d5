import Datasets
import HotSpots
import Subjects
import Warehouse

/// What of a profile is shown to an audience.
///
/// Of columns that data of sensitivity 3 or 4 tell of, everyone is shown those that divide nothing further, in the base
/// net, without small counts and without those that would tell them. What a part of a column and its rest add up to
/// would tell either, and so would another net, by differences of cells.
struct ProfileTable {
  let record: ProfileRecord
  let rules: ProfileRules
  /// All cells of the net, by level and code, parents in the order of the levels; what lies nowhere last.
  let cells: [ProfileCell]
  /// For each column the cells whose counts are withheld, by their places; nil where all are.
  private let withheld: [Set<Int>?]
  private let isEveryone: Bool

  init(
    _ record: ProfileRecord, _ rules: ProfileRules, _ cells: [ProfileCell], in index: GridIndex,
    isEveryone: Bool
  ) {
    (self.record, self.rules, self.cells, self.isEveryone) = (record, rules, cells, isEveryone)
    let parents = Self.parents(of: cells, in: index)
    withheld = record.columns.indices.map { column in
      guard isEveryone, Self.isProtected(record.columns[column]) else { return [] }
      let rule = rules.columns.first { $0.name == record.columns[column].name }
      guard let parents, cells.first?.net == Net.base, rule?.when.isEmpty == true else {
        return nil
      }
      let counted = parents.order.map { place in
        Withholding.Cell(
          code: cells[place].code, count: cells[place].figures[column].value,
          parent: parents.parent[place])
      }
      // Counts of other cells than those of the generation, or of a damaged store, do not add up.
      guard Self.addUp(counted) else { return nil }
      return Set(Withholding(counted).cells.map { parents.order[$0] })
    }
  }

  /// Whether no cell has less than its parts together.
  private static func addUp(_ cells: [Withholding.Cell]) -> Bool {
    var rest = cells.map(\.count)
    for cell in cells {
      if let parent = cell.parent { rest[parent] -= cell.count }
    }
    return rest.allSatisfy { $0 >= 0 }
  }

  static func isProtected(_ column: ProfileRecord.Column) -> Bool {
    (column.sensitivity ?? 0) >= FeatureSource.withheldLevel
  }

  /// The places of cells with parents before their parts, and each one's parent as a place in that order; nil where
  /// the cells are no longer those of the generation.
  private static func parents(
    of cells: [ProfileCell], in index: GridIndex
  ) -> (order: [Int], parent: [Int: Int])? {
    let places = Dictionary(
      cells.indices.map { ([cells[$0].level, cells[$0].code], $0) },
      uniquingKeysWith: { first, _ in first })
    var (order, parent, above) = ([Int](), [Int: Int](), [Int]())
    for level in index.levels {
      var own: [Int] = []
      for (number, code) in level.codes.enumerated() {
        guard let place = places[[level.level.name, code]] else { return nil }
        let up = Int(level.parents[number])
        if up >= 0 { parent[place] = above[up] }
        own.append(order.count)
        order.append(place)
      }
      above = own
    }
    return (order, parent)
  }

  /// Whether all counts of a column are withheld.
  func isHidden(_ column: Int) -> Bool { withheld[column] == nil }

  /// A count of a column in a cell; nil where it is withheld.
  func count(_ column: Int, _ cell: Int) -> Int? {
    guard let hidden = withheld[column], !hidden.contains(cell) else { return nil }
    if cells[cell].level.isEmpty, isEveryone, Self.isProtected(record.columns[column]) {
      return nil
    }
    return cells[cell].figures[column].value
  }

  /// How many of a count lie in no known cell of the lowest level; nil where that may not be told.
  func unplaced(_ column: Int, _ cell: Int) -> Int? {
    guard count(column, cell) != nil,
      !isEveryone || !Self.isProtected(record.columns[column])
    else { return nil }
    return cells[cell].figures[column].unplaced
  }

  /// The share that is known of a column in a cell; nil where either count is withheld, or there is nothing.
  func completeness(
    _ complete: ProfileColumn.Completeness, _ cell: Int
  ) -> Double? {
    let place = { (name: String) in record.columns.firstIndex { $0.name == name } }
    guard let part = place(complete.part), let whole = place(complete.whole),
      let known = count(part, cell), let all = count(whole, cell), all > 0
    else { return nil }
    return Double(known) / Double(all)
  }
}
