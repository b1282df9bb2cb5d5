import Foundation
import HotSpots
import TestSupport
import Testing
import Time
import Warehouse

@testable import Gewu

/// Cubes of random rows, cells and exposures beside an account that goes row by row.
@Suite struct RandomBalanceTests {
  /// How many random stores are looked at; `scripts/check-balance` asks for more.
  private static let count =
    ProcessInfo.processInfo.environment["GEWU_BALANCE_STORES"].flatMap(Int.init) ?? 1_000

  @Test func `whatever the rows, each has one fate, and a row-by-row account says the same`() {
    var generator = SeededGenerator(seed: 28)
    var seen: [RowFate: Int] = [:]
    for number in 0..<Self.count {
      let store = RandomStore(using: &generator)
      let question = RandomQuestion(of: store, using: &generator)
      let slice = store.cube.slice(
        categories: Array(question.categories), from: question.from, to: question.to)
      let counted = CellCounts(
        slice, quarantined: store.cube.quarantined, in: store.tree, rank: question.rank,
        amounts: question.amounts, doubtful: store.doubtful)
      let account = Account(store, question)

      #expect(counted.balance.isBalanced, "store \(number)")
      #expect(counted.balance == account.balance, "store \(number)")
      #expect(counted.counts == account.counts, "store \(number)")
      #expect(counted.exposures == account.exposures, "store \(number)")
      #expect(counted.incomplete == account.incomplete, "store \(number)")
      #expect(slice.total + store.cube.quarantined == counted.balance.total)
      for fate in RowFate.allCases { seen[fate, default: 0] += counted.balance[fate] }
    }
    // Every fate is met.
    #expect(RowFate.allCases.allSatisfy { seen[$0, default: 0] > Self.count / 10 })
  }
}

/// Cells of one to three levels, and rows in and out of them.
private struct RandomStore {
  struct RandomRow {
    var cell: Int64?
    var tried: Int64
    var day: Int?
    var category: String?
  }

  var tree: CellTree
  var rows: [RandomRow] = []
  var cube = RowCube()
  var doubtful: Set<Int64> = []

  init(using generator: inout SeededGenerator) {
    var tiers: [CellTree.Tier] = []
    var next: Int64 = 1
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let count = Int.random(in: 1...(tiers.count + 1) * 3, using: &generator)
      let above = tiers.last?.cells.count ?? 0
      let parents = (0..<count).map { _ in
        above == 0 || Int.random(in: 0..<12, using: &generator) == 0
          ? Int32(-1) : Int32.random(in: 0..<Int32(above), using: &generator)
      }
      tiers.append(CellTree.Tier(cells: (0..<count).map { next + Int64($0) }, parents: parents))
      next += Int64(count)
    }
    tree = CellTree(tiers: tiers)
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      // The last two cells are of another generation.
      let cell = Int64.random(in: 0...next + 1, using: &generator)
      let day = Int.random(in: -2...6, using: &generator)
      rows.append(
        RandomRow(
          cell: cell == 0 ? nil : cell, tried: Int64.random(in: 0...2, using: &generator),
          day: day < -1 ? nil : day,
          category: ["a", "b", nil][Int.random(in: 0..<3, using: &generator)]))
    }
    for row in rows {
      cube.add(
        at: row.cell.map { .cell($0) } ?? .nowhere(tried: row.tried), day: row.day,
        category: row.category)
    }
    cube.quarantined = Int.random(in: 0...3, using: &generator)
    if Bool.random(using: &generator) {
      doubtful = Set((1..<next).filter { _ in Int.random(in: 0..<8, using: &generator) == 0 })
    }
  }
}

private struct RandomQuestion {
  var rank: Int
  var categories: Set<String> = []
  var from: Day?
  var to: Day?
  var amounts: [Int64: Double]?

  init(of store: RandomStore, using generator: inout SeededGenerator) {
    rank = Int.random(in: store.tree.tiers.indices, using: &generator)
    if Bool.random(using: &generator) {
      categories = [["a"], ["b"], ["a", "b"]][Int.random(in: 0..<3, using: &generator)]
    }
    if Bool.random(using: &generator) {
      from = Day(ordinal: Int.random(in: -2...3, using: &generator))
    }
    if Bool.random(using: &generator) {
      to = Day(ordinal: Int.random(in: 1...6, using: &generator))
    }
    guard Bool.random(using: &generator) else { return }
    let known = Int.random(in: 2...9, using: &generator)
    var amounts: [Int64: Double] = [:]
    for cell in store.tree.tiers.flatMap(\.cells)
    where Int.random(in: 0..<10, using: &generator) < known {
      amounts[cell] = Double(Int.random(in: 0...4, using: &generator))
    }
    self.amounts = amounts
  }
}

/// The same by looking at one row after the other, and for each at the cells above and below its own.
private struct Account {
  var balance: RowBalance
  var counts: [Int]
  var exposures: [Double?]?
  var incomplete: Set<Int> = []

  init(_ store: RandomStore, _ question: RandomQuestion) {
    let cells = Cells(store.tree)
    let targets = store.tree.tiers[question.rank].cells
    exposures = question.amounts.map { amounts in targets.map { cells.exposure(of: $0, amounts) } }
    for (position, target) in targets.enumerated()
    where store.doubtful.contains(where: { cells.path($0).contains(target) }) {
      incomplete.insert(position)
    }
    balance = RowBalance(total: store.cube.quarantined, [.quarantined: store.cube.quarantined])
    counts = Array(repeating: 0, count: targets.count)
    var others = counts
    var fates: [(position: Int, isExposed: Bool)] = []
    for row in store.rows {
      guard
        question.categories.isEmpty || row.category.map(question.categories.contains) == true
      else { continue }
      balance.total += 1
      let isAsked = question.from != nil || question.to != nil
      let isInside =
        row.day.map { day in
          question.from.map { $0.ordinal <= day } ?? true
            && question.to.map { day <= $0.ordinal } ?? true
        } ?? false
      if isAsked, !isInside {
        balance[.outsidePeriod] += 1
      } else if let cell = row.cell {
        if cells.parents[cell] == nil {
          balance[.earlierGeneration] += 1
        } else if let position = targets.firstIndex(where: { cells.path(cell).contains($0) }) {
          fates.append(
            (
              position,
              question.amounts.map { cells.isKnown(cell, within: targets[position], $0) } ?? true
            ))
        } else {
          balance[.otherLevel] += 1
        }
      } else {
        balance[.unattached] += 1
      }
    }
    for (position, isExposed) in fates {
      if isExposed { counts[position] += 1 } else { others[position] += 1 }
    }
    for (position, isExposed) in fates {
      let hasValue = exposures.map { ($0[position] ?? 0) > 0 } ?? true
      if incomplete.contains(position) {
        balance[.earlierGeneration] += 1
      } else if hasValue, isExposed {
        balance[.counted] += 1
      } else {
        balance[.withoutExposure] += 1
      }
    }
    for position in targets.indices {
      let hasValue = exposures.map { ($0[position] ?? 0) > 0 } ?? true
      if incomplete.contains(position) || !hasValue { counts[position] += others[position] }
    }
  }

  /// The cells of a tree by their numbers.
  private struct Cells {
    /// The cell above each cell; 0 where there is none.
    var parents: [Int64: Int64] = [:]

    init(_ tree: CellTree) {
      for (depth, tier) in tree.tiers.enumerated() {
        for (cell, parent) in zip(tier.cells, tier.parents) {
          parents[cell] = parent < 0 ? 0 : tree.tiers[depth - 1].cells[Int(parent)]
        }
      }
    }

    /// A cell and those above it.
    func path(_ cell: Int64) -> [Int64] {
      var path = [cell]
      while let above = parents[path[path.count - 1]], above != 0 { path.append(above) }
      return path
    }

    private func parts(_ cell: Int64) -> [Int64] {
      parents.filter { $0.value == cell }.map(\.key)
    }

    /// Every amount that no cell above it, up to the one asked about, has an amount over.
    func exposure(of target: Int64, _ amounts: [Int64: Double]) -> Double? {
      let highest = amounts.filter { cell, _ in
        let path = path(cell)
        guard let end = path.firstIndex(of: target) else { return false }
        return end == 0 || path[1...end].allSatisfy { amounts[$0] == nil }
      }
      return highest.isEmpty ? nil : highest.values.reduce(0, +)
    }

    /// Whether every lowest cell below a cell has an amount, of its own or of a cell above it.
    func isKnown(_ cell: Int64, within target: Int64, _ amounts: [Int64: Double]) -> Bool {
      let parts = parts(cell)
      guard parts.isEmpty else {
        return parts.allSatisfy { isKnown($0, within: target, amounts) }
      }
      let path = path(cell)
      return path[...(path.firstIndex(of: target) ?? 0)].contains { amounts[$0] != nil }
    }
  }
}
