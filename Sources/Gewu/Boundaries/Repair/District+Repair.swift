import Geometry
import Grids
import Warehouse

extension District {
  /// Proposes how to mend the boundaries of a generation: positions joined, T-junctions split, narrow
  /// gaps and overlaps given to one cell.
  ///
  /// No cell loses or gains more than a share of its area in a pass or becomes invalid; what cannot be mended so
  /// stays as it is, and among the problems.
  ///
  /// Nothing is changed silently: the result is a new generation that is being prepared, never an
  /// active one, and every change is listed. A generation that was being prepared is set aside; it
  /// can still be checked and compared. Where there is nothing to mend, nothing is kept.
  ///
  /// - Parameters:
  ///   - generation: the one being prepared, else the active one, where it is nil.
  ///   - net: whose generation is meant where none is named.
  ///   - options: how far the repair may go.
  ///   - keeps: whether the result is kept; else the changes are only listed.
  /// - Throws: ``GenerationFault`` where there is no such generation, or a later one is being prepared.
  package func repairGrids(
    generation: Int64? = nil, net: String = Net.base,
    options: GridRepairOptions = GridRepairOptions(), keeps: Bool
  ) throws -> GridRepairReport {
    let scale = try GroundScale(crs: crs)
    _ = try self.net(net)
    return try writeLocked { session in
      let chosen = try chosenGeneration(generation, net: net, session)
      if keeps, let newest = try session.preparedOrActive(net: chosen.net), newest.id != chosen.id {
        throw GenerationFault.notTheNewest(
          chosen.id, status: chosen.status.rawValue, newest: newest.id,
          newestStatus: newest.status.rawValue)
      }
      var draft = try draft(of: chosen.id, net: chosen.net, session: session)
      var report = try repair(&draft, options, scale: scale, session: session)
      report.generation = chosen.id
      guard keeps, report.changeCount > 0 else { return report }
      if chosen.status == .preparing { try session.setAside(generation: chosen.id) }
      let proposed = try session.preparingGeneration(net: chosen.net)
      _ = try keep(draft, generation: proposed, session: session)
      report.proposed = proposed
      return report
    }
  }

  /// Mends the levels of a draft that came from files, and completes it.
  private func repair(
    _ draft: inout GenerationDraft, _ options: GridRepairOptions, scale: GroundScale,
    session: StoreTransaction
  ) throws -> GridRepairReport {
    var report = GridRepairReport(generation: 0, valid: false, levels: [])
    var levels: [Int: LevelRepair] = [:]
    for rank in draft.cells.indices {
      levels[rank] = LevelRepair(
        draft.cells[rank], isGeographic: draft.isGeographic, options: options, scale: scale)
    }
    let before = draft.check(
      generation: 0, scale: scale, checked: levels.compactMapValues(\.before))
    for (rank, level) in levels.sorted(by: { $0.key < $1.key }) {
      var level = level
      let problems = level.repair.before.problems
      level.run(
        without: draft.acceptances(of: problems, scale: scale).keys.map { problems[$0].at })
      levels[rank] = level
      for (position, boundary) in zip(level.loaded, level.repair.cells) {
        draft.cells[rank][position].boundary = boundary
      }
      let codes = level.loaded.map { draft.cells[rank][$0].code }
      report.levels.append(
        GridRepairReport.Level(
          level: draft.levels[rank].name, before: 0, after: 0,
          changes: level.repair.steps.map { Self.change($0, codes, scale) }))
    }
    if report.changeCount > 0 { try draft.complete() }
    let after =
      report.changeCount > 0
      ? draft.check(generation: 0, scale: scale, checked: levels.compactMapValues(\.after)) : before
    report.valid = after.valid
    for index in report.levels.indices {
      let name = report.levels[index].level
      report.levels[index].before = Self.problems(before, name)
      report.levels[index].after = Self.problems(after, name)
    }
    return report
  }

  private static func problems(_ report: GridCheckReport, _ level: String) -> Int {
    report.levels.first { $0.level == level }?.problems.count ?? 0
  }

  private static func change(
    _ step: RepairStep, _ codes: [String], _ scale: GroundScale
  ) -> GridRepairReport.Change {
    let ground = scale.ground(at: step.at)
    return GridRepairReport.Change(
      kind: step.kind.rawValue, cells: step.cells.map { codes[Int($0)] },
      at: ground.map { [$0.longitude, $0.latitude] } ?? [],
      area: step.area * (ground.map { $0.metresPerX * $0.metresPerY } ?? 1), share: step.share,
      distance: step.distance)
  }
}
