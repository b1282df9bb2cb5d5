import Geometry
import Warehouse

/// Compares the cells of one level in two generations.
struct GridComparison {
  let overlay: BoundaryOverlay
  let ground: GroundArea

  /// The differences of a level.
  func compare(level: String, _ before: [GridRecord], _ after: [GridRecord]) throws
    -> GridDiff.Level
  {
    var diff = GridDiff.Level(
      level: level, before: before.count, after: after.count, unchanged: 0, added: [], gone: [],
      moved: [], renamed: [], reparented: [], recoded: [])
    var old = Dictionary(before.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var added: [GridRecord] = []
    for cell in after {
      guard let earlier = old.removeValue(forKey: cell.code) else {
        added.append(cell)
        continue
      }
      if try !compare(earlier, cell, &diff) { diff.unchanged += 1 }
    }
    let gone = matchCodes(added: &added, gone: old.values.sorted { $0.code < $1.code }, &diff)
    diff.added = try added.map(listed)
    diff.gone = try gone.map(listed)
    return diff
  }

  /// Enters what is different about a cell that both generations have, and says whether anything is.
  private func compare(
    _ before: GridRecord, _ after: GridRecord, _ diff: inout GridDiff.Level
  ) throws -> Bool {
    var isChanged = false
    if before.name != after.name {
      diff.renamed.append(.init(code: after.code, from: before.name, to: after.name))
      isChanged = true
    }
    if before.parentCode != after.parentCode {
      diff.reparented.append(
        .init(code: after.code, from: before.parentCode, to: after.parentCode))
      isChanged = true
    }
    if before.id != after.id, before.boundary != after.boundary,
      let move = try move(before, after)
    {
      diff.moved.append(move)
      isChanged = true
    }
    return isChanged
  }

  /// The ground that a cell lost and won; nil where there is none.
  private func move(_ before: GridRecord, _ after: GridRecord) throws -> GridDiff.Move? {
    let old = before.boundary ?? MultiPolygon([])
    let new = after.boundary ?? MultiPolygon([])
    let (first, second) = (try overlay.operand(old), try overlay.operand(new))
    let lost = try ground.squareMetres(of: overlay(.onlyFirst, first, second))
    let won = try ground.squareMetres(of: overlay(.onlyFirst, second, first))
    guard lost + won > 0 else { return nil }
    let area = try ground.squareMetres(of: old)
    return GridDiff.Move(
      code: after.code, lost: lost, won: won, share: area > 0 ? (lost + won) / area : 1)
  }

  /// Takes the cells with exactly the ground of one that is gone out of the added ones.
  ///
  /// - Returns: those that are really gone.
  private func matchCodes(
    added: inout [GridRecord], gone: [GridRecord], _ diff: inout GridDiff.Level
  ) -> [GridRecord] {
    var byBoundary: [MultiPolygon: String] = [:]
    for cell in gone { if let boundary = cell.boundary { byBoundary[boundary] = cell.code } }
    var taken: Set<String> = []
    added.removeAll { cell in
      guard let boundary = cell.boundary,
        let earlier = byBoundary.removeValue(forKey: boundary)
      else { return false }
      diff.recoded.append(.init(code: cell.code, from: earlier, to: cell.code))
      taken.insert(earlier)
      return true
    }
    return gone.filter { !taken.contains($0.code) }
  }

  private func listed(_ cell: GridRecord) throws -> GridDiff.Cell {
    GridDiff.Cell(
      code: cell.code, name: cell.name,
      area: try ground.squareMetres(of: cell.boundary ?? MultiPolygon([])))
  }
}
