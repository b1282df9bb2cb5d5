import Geometry
import Grids
import Warehouse

/// All cells of a generation in memory, being completed and checked.
///
/// Completing gives every cell its parent and every level its boundaries:
/// cells that no file brought are made of the ones below them.
struct GenerationDraft {
  /// The levels, top first.
  let levels: [Level]
  /// The cells of each level, in the order of their codes.
  var cells: [[GridRecord]]
  /// The gaps of the net that are meant to be there.
  var acceptedGaps: [AcceptedGap] = []
  /// Whether longitudes of 180 and -180 degrees are one place.
  var isGeographic = false
  /// Tells the area that two boundaries share; nil where it cannot.
  let sharedArea: (MultiPolygon, MultiPolygon) throws -> Double?

  /// A share below this is reported as lying outside the parent.
  ///
  /// A millionth of a grid of 10,000 m² is a square of 10 cm: less than any survey.
  static let toleratedShareOutside = 1e-6

  /// The nearest level above `rank` that has cells.
  func parentRank(of rank: Int) -> Int? {
    (0..<rank).last { !cells[$0].isEmpty }
  }

  /// The lowest level that has cells.
  var leafRank: Int? { cells.lastIndex { !$0.isEmpty } }

  /// Gives every cell its parent and every cell without boundary the union of
  /// the cells below it.
  ///
  /// A cell that has neither stays without boundary; the check reports it.
  mutating func complete() throws {
    for rank in cells.indices { cells[rank].removeAll { $0.origin == .union } }
    for rank in cells.indices.reversed() where !cells[rank].isEmpty {
      deriveBoundaries(at: rank)
      nameParents(of: rank)
    }
    for rank in cells.indices.reversed() where !cells[rank].isEmpty {
      guard let parentRank = parentRank(of: rank) else { continue }
      try containChildren(of: rank, in: parentRank)
    }
  }

  /// Makes the cells that a level's cells name as parents, where the level above
  /// was never loaded.
  private mutating func nameParents(of rank: Int) {
    guard rank > 0, cells[rank - 1].isEmpty else { return }
    let codes = Set(cells[rank].compactMap(\.parentCode))
    cells[rank - 1] = codes.sorted().map { GridRecord(code: $0, origin: .union) }
  }

  /// Gives the cells of a level that have no file's boundary the exact union of
  /// the cells that name them as parent.
  private mutating func deriveBoundaries(at rank: Int) {
    guard cells[rank].contains(where: { $0.origin != .loaded }) else { return }
    guard let below = cells.indices.first(where: { $0 > rank && !cells[$0].isEmpty }) else {
      return
    }
    let children = cells[below]
    let index = Dictionary(
      cells[rank].enumerated().map { ($1.code, Int32($0)) }, uniquingKeysWith: { first, _ in first }
    )
    let parents = children.map { $0.parentCode.flatMap { index[$0] } ?? -1 }
    let unions = Coverage.unions(
      of: children.map { $0.boundary ?? MultiPolygon([]) }, into: parents,
      count: cells[rank].count)
    for position in cells[rank].indices where cells[rank][position].origin != .loaded {
      let union = unions[position]
      cells[rank][position].boundary = union?.polygons.isEmpty ?? true ? nil : union
    }
  }

  /// Finds the parent of each cell that no field or table names one for, and the
  /// share of every cell that lies in its parent.
  private mutating func containChildren(of rank: Int, in parentRank: Int) throws {
    let parents = cells[parentRank]
    let index = Dictionary(
      parents.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let boxes = BoxSearch(parents.map { $0.boundary?.box ?? .empty })
    for position in cells[rank].indices {
      guard let boundary = cells[rank][position].boundary else { continue }
      if let code = cells[rank][position].parentCode,
        cells[rank][position].parentMethod != .containment
      {
        guard let parent = index[code], parents[parent].origin == .loaded else { continue }
        cells[rank][position].parentShare = try share(of: boundary, in: parents[parent])
        continue
      }
      var best: (parent: Int, share: Double)?
      for candidate in boxes.candidates(for: boundary.box) {
        guard let share = try share(of: boundary, in: parents[candidate]), share > 0 else {
          continue
        }
        if best.map({ share > $0.share }) ?? true { best = (candidate, share) }
        if share > 1 - Self.toleratedShareOutside { break }
      }
      cells[rank][position].parentCode = best.map { parents[$0.parent].code }
      cells[rank][position].parentMethod = best == nil ? nil : .containment
      cells[rank][position].parentShare = best?.share
    }
  }

  private func share(of boundary: MultiPolygon, in parent: GridRecord) throws -> Double? {
    guard let other = parent.boundary, boundary.area > 0 else { return nil }
    return try sharedArea(boundary, other).map { min(1, $0 / boundary.area) }
  }
}
