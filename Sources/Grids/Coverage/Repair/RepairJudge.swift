import Geometry

/// Decides which cells an attempt made worse.
struct RepairJudge {
  let before: Coverage
  let after: Coverage
  let was: [MultiPolygon]
  let now: [MultiPolygon]
  let steps: [RepairStep]
  let share: Double

  /// The changed cells that must stay as they were; none where the attempt is sound.
  func worsened() -> Set<Int32> {
    let changed = Set(was.indices.lazy.filter { was[$0] != now[$0] }.map { Int32($0) })
    var worse = unsound(changed)
    worse.formUnion(beyondShare().intersection(changed))
    let faults = after.problems.filter { !$0.isNote }
    let faulty = Set(before.problems.lazy.filter { !$0.isNote }.flatMap(\.cells))
    for problem in faults where !problem.cells.allSatisfy(faulty.contains) {
      // A cell without a fault has one now.
      worse.formUnion(changed.intersection(problem.cells))
    }
    worse.formUnion(unimproved(changed, faults))
    return worse
  }

  /// Changed cells that are not valid in the strict sense of OGC Simple Features, or in more parts.
  private func unsound(_ changed: Set<Int32>) -> Set<Int32> {
    let touched = Set(
      after.problems.lazy.filter { $0.kind == .invalidRing || $0.kind == .selfTouch }
        .flatMap(\.cells))
    return changed.filter { cell in
      let (old, new) = (was[Int(cell)], now[Int(cell)])
      return touched.contains(cell) || new.polygons.isEmpty
        || new.polygons.count > old.polygons.count || !new.polygons.allSatisfy(Self.isConnected)
    }
  }

  /// Whether the inside of a polygon is in one piece: no rings that touch form a chain around a part.
  private static func isConnected(_ polygon: Polygon) -> Bool {
    guard polygon.rings.count > 1 else { return true }
    var rings: [Coordinate: [Int]] = [:]
    for (number, ring) in polygon.rings.enumerated() {
      for position in ring.coordinates.dropFirst() { rings[position, default: []].append(number) }
    }
    var sets = DisjointSets(polygon.rings.count)
    for meeting in rings.values where meeting.count > 1 {
      for (one, other) in zip(meeting, meeting.dropFirst()) {
        let (first, second) = (sets.root(Int32(one)), sets.root(Int32(other)))
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
  private func unimproved(_ changed: Set<Int32>, _ faults: [CoverageProblem]) -> Set<Int32> {
    var sets = groups()
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
  func connected(to cells: Set<Int32>) -> Set<Int32> {
    var sets = groups()
    let roots = Set(cells.map { sets.root($0) })
    return Set(was.indices.lazy.map { Int32($0) }.filter { roots.contains(sets.root($0)) })
  }

  /// Cells that have problems or changes in common.
  private func groups() -> DisjointSets {
    var sets = DisjointSets(was.count)
    let problems = (before.problems + after.problems).lazy.filter { !$0.isNote }.map(\.cells)
    for cells in problems { Self.join(cells, in: &sets) }
    for step in steps { Self.join(step.cells, in: &sets) }
    return sets
  }

  private static func join(_ cells: [Int32], in sets: inout DisjointSets) {
    for (one, other) in zip(cells, cells.dropFirst()) { sets.join(one, other) }
  }
}
