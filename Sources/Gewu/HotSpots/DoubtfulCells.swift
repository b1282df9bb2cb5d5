import Warehouse

/// Which cells of a generation rows may belong to that were attached in another one.
///
/// A row keeps the cell that it was given. Where that cell is not in the generation asked, because it was
/// redrawn, the row lies in one of the cells of its level that took its place; and a row without a cell may
/// lie in one that did not exist when a cell was looked for. Such a cell's count is not known: without
/// rows it is not cold. Which of the new cells it is only attaching again can say, so that all of them are
/// in doubt until then.
struct DoubtfulCells {
  let index: GridIndex
  let session: StoreTransaction

  /// The cells in doubt, by their rows in `grid`.
  ///
  /// - Parameters:
  ///   - cells: those that the rows are attached to.
  ///   - tried: the generations in which a cell was looked for last for the rows that have none; 0 for
  ///     none.
  ///   - dataset: whose rows they are; nil for the reports.
  func cells(
    among cells: some Collection<Int64>, tried: Set<Int64>, of dataset: String?
  ) throws -> Set<Int64> {
    let generation = index.generation.id
    var windows: [String: Window] = [:]
    var levels: Set<String> = []
    var foreign = Set(cells)
    for level in index.levels {
      let own = level.rowIDs.filter { foreign.remove($0) != nil }
      if !own.isEmpty { levels.insert(level.level.name) }
    }
    for span in try session.spans(ofCells: foreign) {
      levels.insert(span.level)
      windows[span.level, default: Window()].narrow(
        span.first...max(span.first, span.last ?? .max), generation)
    }
    if let earliest = tried.min(), let leaf = index.levels.last {
      let since = try session.attachedGeneration(of: dataset, after: earliest) ?? 0
      if levels.isEmpty { levels = [leaf.level.name] }
      for level in levels {
        for last in tried {
          let last = max(last, since)
          windows[level, default: Window()].narrow(last...last, generation)
        }
      }
    }
    return try index.levels.reduce(into: []) { doubtful, level in
      guard let window = windows[level.level.name], !window.isEmpty else { return }
      doubtful.formUnion(
        try session.cells(
          of: level.level, in: generation, after: window.last, before: window.first))
    }
  }

  /// The generations in which cells have to be valid beside the one asked, to be sure of.
  private struct Window {
    /// The earliest of the last generations of what was before.
    var last: Int64?
    /// The latest of the first generations of what came after.
    var first: Int64?

    var isEmpty: Bool { last == nil && first == nil }

    mutating func narrow(_ span: ClosedRange<Int64>, _ generation: Int64) {
      if span.upperBound < generation { last = min(last ?? .max, span.upperBound) }
      if span.lowerBound > generation { first = max(first ?? 0, span.lowerBound) }
    }
  }
}
