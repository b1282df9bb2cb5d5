import Geometry
import Grids
import Warehouse

extension GenerationDraft {
  /// Checks every level that has cells.
  ///
  /// - Parameters:
  ///   - generation: the ordinal that the report carries.
  ///   - scale: tells where a position of the store lies and how long its units are.
  ///   - gapWidth: up to which width in metres a strip between cells that is open to the outside is a
  ///     fault; 0 for none.
  ///   - checked: the coverages of levels that have been checked, by their ranks.
  func check(
    generation: Int64, scale: GroundScale, gapWidth: Double = GroundScale.gapWidth,
    checked: [Int: Coverage] = [:]
  ) -> GridCheckReport {
    let reach = scale.reach(metres: gapWidth)
    let reports = cells.indices.filter { !cells[$0].isEmpty }.map {
      check(rank: $0, scale: scale, reach: reach, checked: checked[$0])
    }
    return GridCheckReport(
      generation: generation, valid: reports.allSatisfy(\.problems.isEmpty), levels: reports)
  }

  private func check(
    rank: Int, scale: GroundScale, reach: Reach?, checked: Coverage?
  ) -> GridCheckReport.Level {
    let records = cells[rank]
    var level = GridCheckReport.Level(
      level: levels[rank].name, cells: records.count, problems: [], notes: [])
    for record in records where record.boundary == nil {
      level.problems.append(problem("missing_boundary", [record.code], at: nil, scale: scale))
    }
    let coverage =
      checked ?? Coverage(cells: records.map { $0.boundary ?? MultiPolygon([]) }, reach: reach)
    for found in coverage.problems where !found.cells.contains(where: { isMissing(records, $0) }) {
      let problem = problem(
        found.kind.rawValue, found.cells.map { records[Int($0)].code }, at: found.at, scale: scale,
        area: found.area, length: found.length)
      if found.isNote { level.notes.append(problem) } else { level.problems.append(problem) }
    }
    level.problems += checkParents(rank: rank, scale: scale)
    level.pieces = coverage.pieces().enumerated().map { number, piece in
      GridCheckReport.Piece(
        cells: piece.count, codes: number == 0 ? [] : piece.map { records[Int($0)].code })
    }
    return level
  }

  /// Whether a cell has no boundary at all, which is a problem of its own.
  private func isMissing(_ records: [GridRecord], _ cell: Int32) -> Bool {
    records[Int(cell)].boundary == nil
  }

  /// Finds the cells whose parent does not exist, or that reach out of it.
  private func checkParents(rank: Int, scale: GroundScale) -> [GridCheckReport.Problem] {
    guard let parentRank = parentRank(of: rank) else { return [] }
    let parents = Dictionary(
      cells[parentRank].map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var problems: [GridCheckReport.Problem] = []
    for record in cells[rank] {
      guard let boundary = record.boundary else { continue }
      let place = boundary.rings.first?.coordinates.first
      guard let parent = record.parentCode.flatMap({ parents[$0] }) else {
        let codes = [record.code] + (record.parentCode.map { [$0] } ?? [])
        problems.append(problem("missing_parent", codes, at: place, scale: scale))
        continue
      }
      let outside = 1 - (record.parentShare ?? 1)
      if outside > Self.toleratedShareOutside {
        problems.append(
          problem(
            "outside_parent", [record.code, parent.code], at: place, scale: scale,
            area: outside * boundary.area))
      }
    }
    return problems + checkBalance(parentRank: parentRank, rank: rank, scale: scale)
  }

  /// Compares the area of each loaded parent with that of the cells it holds.
  private func checkBalance(
    parentRank: Int, rank: Int, scale: GroundScale
  ) -> [GridCheckReport.Problem] {
    var areas: [String: Double] = [:]
    for record in cells[rank] {
      guard let code = record.parentCode, let boundary = record.boundary else { continue }
      areas[code, default: 0] += boundary.area
    }
    return cells[parentRank].compactMap { parent in
      guard parent.origin == .loaded, let boundary = parent.boundary else { return nil }
      let difference = boundary.area - (areas[parent.code] ?? 0)
      guard abs(difference) > Self.toleratedShareOutside * boundary.area else { return nil }
      return problem(
        "area_balance", [parent.code], at: boundary.rings.first?.coordinates.first, scale: scale,
        area: abs(difference))
    }
  }

  private func problem(
    _ kind: String, _ codes: [String], at place: Coordinate?, scale: GroundScale,
    area: Double = 0, length: Double = 0
  ) -> GridCheckReport.Problem {
    let ground = place.flatMap { scale.ground(at: $0) }
    return GridCheckReport.Problem(
      kind: kind, cells: codes, at: ground.map { [$0.longitude, $0.latitude] } ?? [],
      area: area * (ground.map { $0.metresPerX * $0.metresPerY } ?? 1),
      length: length * (ground.map { ($0.metresPerX * $0.metresPerY).squareRoot() } ?? 1))
  }
}
