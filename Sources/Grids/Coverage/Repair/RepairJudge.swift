import Geometry

/// Decides which cells an attempt made worse.
struct RepairJudge {
  private let before: Coverage
  private let was: [MultiPolygon]
  private let now: [MultiPolygon]
  private let steps: [RepairStep]
  private let share: Double
  /// The cells that are other than they were.
  let changed: Set<Int32>

  init(
    before: Coverage, was: [MultiPolygon], now: [MultiPolygon], steps: [RepairStep], share: Double
  ) {
    (self.before, self.was, self.now) = (before, was, now)
    (self.steps, self.share) = (steps, share)
    changed = Set(was.indices.lazy.filter { was[$0] != now[$0] }.map { Int32($0) })
  }

  /// Those of ``worsened(_:)`` that can be told without a check of the result, which takes long: cells
  /// that lost or won more than their share, or are in more parts.
  func spoiled() -> Set<Int32> {
    let torn = changed.filter { cell in
      let (old, new) = (was[Int(cell)], now[Int(cell)])
      return new.polygons.isEmpty || new.polygons.count > old.polygons.count
        || !new.polygons.allSatisfy(Self.isConnected)
    }
    return beyondShare().intersection(changed).union(torn)
  }

  /// The changed cells that must stay as they were, but for those that are ``spoiled()``; none where the
  /// attempt is sound.
  ///
  /// - Parameter after: the check of the result.
  func worsened(_ after: Coverage) -> Set<Int32> {
    let faults = after.problems.filter { !$0.isNote }
    let faulty = Set(before.problems.lazy.filter { !$0.isNote }.flatMap(\.cells))
    // Not valid in the strict sense of OGC Simple Features.
    let touched = after.problems.lazy.filter { $0.kind == .invalidRing || $0.kind == .selfTouch }
    var worse = changed.intersection(touched.flatMap(\.cells))
    for problem in faults where !problem.cells.allSatisfy(faulty.contains) {
      // A cell without a fault has one now.
      worse.formUnion(changed.intersection(problem.cells))
    }
    worse.formUnion(unimproved(faults, after))
    return worse
  }

  /// Whether the inside of a polygon is in one piece: no rings that touch form a chain around a part.
  private static func isConnected(_ polygon: Polygon) -> Bool {
    guard polygon.rings.count > 1 else { return true }
    var positions = IndexTable<Coordinate>(
      capacity: polygon.rings.reduce(0) { $0 + $1.coordinates.count })
    // The ring that has each position first.
    var firsts: ContiguousArray<Int32> = []
    var sets = DisjointSets(polygon.rings.count)
    for (number, ring) in polygon.rings.enumerated() {
      for position in ring.coordinates.dropFirst() {
        let (index, isNew) = positions.index(of: position)
        if isNew {
          firsts.append(Int32(number))
          continue
        }
        let (first, second) = (sets.root(firsts[Int(index)]), sets.root(Int32(number)))
        if first == second { return false }
        sets.join(first, second)
      }
    }
    return true
  }

  /// Cells that lost and won more than their share.
  private func beyondShare() -> Set<Int32> {
    var sums: [Int32: Double] = [:]
    for step in steps {
      for (place, cell) in step.cells.enumerated() where place == 0 || step.kind == .snap {
        sums[cell, default: 0] += step.share
      }
    }
    var beyond = Set(sums.filter { $0.value > share }.keys)
    for (cell, (old, new)) in zip(was, now).enumerated() where old != new {
      let area = old.area
      if !(abs(new.area - area) <= share * area) { beyond.insert(Int32(cell)) }
    }
    return beyond
  }

  /// The changed cells of each group whose problems did not become fewer.
  private func unimproved(_ faults: [CoverageProblem], _ after: Coverage) -> Set<Int32> {
    var sets = groups(after)
    var balance: [Int32: Int] = [:]
    for problem in before.problems where !problem.isNote && !problem.cells.isEmpty {
      balance[sets.root(problem.cells[0]), default: 0] += 1
    }
    for problem in faults where !problem.cells.isEmpty {
      balance[sets.root(problem.cells[0]), default: 0] -= 1
    }
    return changed.filter { (balance[sets.root($0)] ?? 0) <= 0 }
  }

  /// All cells of the groups that some cells are in.
  func connected(to cells: Set<Int32>, _ after: Coverage) -> Set<Int32> {
    var sets = groups(after)
    let roots = Set(cells.map { sets.root($0) })
    return Set(was.indices.lazy.map { Int32($0) }.filter { roots.contains(sets.root($0)) })
  }

  /// Cells that have problems or changes in common.
  private func groups(_ after: Coverage) -> DisjointSets {
    var sets = DisjointSets(was.count)
    for problems in [before.problems, after.problems] {
      for problem in problems where !problem.isNote { Self.join(problem.cells, in: &sets) }
    }
    for step in steps { Self.join(step.cells, in: &sets) }
    return sets
  }

  private static func join(_ cells: [Int32], in sets: inout DisjointSets) {
    for (one, other) in zip(cells, cells.dropFirst()) { sets.join(one, other) }
  }
}
