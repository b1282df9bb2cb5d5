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
    examine(generation: generation, scale: scale, gapWidth: gapWidth, checked: checked).report
  }

  /// The same, and where the accepted gaps of the net are in this generation.
  func examine(
    generation: Int64, scale: GroundScale, gapWidth: Double = GroundScale.gapWidth,
    checked: [Int: Coverage] = [:]
  ) -> (report: GridCheckReport, gaps: [GenerationGap]) {
    let reach = scale.reach(metres: gapWidth)
    var gaps: [GenerationGap] = []
    let reports = cells.indices.filter { !cells[$0].isEmpty }.map { rank in
      check(rank: rank, scale: scale, reach: reach, checked: checked[rank], gaps: &gaps)
    }
    let report = GridCheckReport(
      generation: generation, valid: reports.allSatisfy(\.problems.isEmpty), levels: reports)
    return (report, gaps)
  }

  private func check(
    rank: Int, scale: GroundScale, reach: Reach?, checked: Coverage?,
    gaps: inout [GenerationGap]
  ) -> GridCheckReport.Level {
    let records = cells[rank]
    var level = GridCheckReport.Level(
      level: levels[rank].name, cells: records.count, problems: [], notes: [])
    for record in records where record.boundary == nil {
      level.problems.append(problem("missing_boundary", [record.code], at: nil, scale: scale))
    }
    let coverage = checked ?? coverage(ofRank: rank, reach: reach)
    let accepted = acceptances(of: coverage.problems, scale: scale)
    var own: [GenerationGap] = []
    for (place, found) in coverage.problems.enumerated()
    where !found.cells.contains(where: { isMissing(records, $0) }) {
      var problem = problem(
        found.kind.rawValue, found.cells.map { records[Int($0)].code }, at: found.at, scale: scale,
        area: found.area, length: found.length)
      if let gap = accepted[place], let outline = found.outline {
        problem.kind = Self.acceptedKind
        problem.name = gap.name
        own.append(
          GenerationGap(
            gap: gap.id, name: gap.name, level: levels[rank], area: problem.area, outline: outline))
        level.notes.append(problem)
      } else if found.isNote {
        level.notes.append(problem)
      } else {
        level.problems.append(problem)
      }
    }
    gaps += own
    level.problems += checkParents(rank: rank, scale: scale, gaps: own)
    level.pieces = coverage.pieces().enumerated().map { number, piece in
      GridCheckReport.Piece(
        cells: piece.count, codes: number == 0 ? [] : piece.map { records[Int($0)].code })
    }
    return level
  }

  /// What an accepted gap is called among the notes.
  private static let acceptedKind = "accepted_gap"

  /// Whether a cell has no boundary at all, which is a problem of its own.
  private func isMissing(_ records: [GridRecord], _ cell: Int32) -> Bool {
    records[Int(cell)].boundary == nil
  }

  /// Finds the cells whose parent does not exist, or that reach out of it.
  private func checkParents(
    rank: Int, scale: GroundScale, gaps: [GenerationGap]
  ) -> [GridCheckReport.Problem] {
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
    return problems + checkBalance(parentRank: parentRank, rank: rank, scale: scale, gaps: gaps)
  }

  /// Compares the area of each loaded parent with that of the cells it holds, and of accepted gaps
  /// among these.
  private func checkBalance(
    parentRank: Int, rank: Int, scale: GroundScale, gaps: [GenerationGap]
  ) -> [GridCheckReport.Problem] {
    var areas: [String: Double] = [:]
    for record in cells[rank] {
      guard let code = record.parentCode, let boundary = record.boundary else { continue }
      areas[code, default: 0] += boundary.area
    }
    return cells[parentRank].compactMap { parent in
      guard parent.origin == .loaded, let boundary = parent.boundary else { return nil }
      let difference = boundary.area - (areas[parent.code] ?? 0) - area(of: gaps, in: boundary)
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
