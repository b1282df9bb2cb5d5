import Geometry
import Grids
import Warehouse

extension District {
  /// Proposes how to mend the boundaries of a generation: positions joined, T-junctions split, narrow
  /// gaps and overlaps given to the neighbour with the longest border to them.
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
    let overlay = try session.overlay()
    let before = draft.check(generation: 0, scale: scale)
    var report = GridRepairReport(generation: 0, valid: false, levels: [])
    for rank in draft.cells.indices {
      let loaded = draft.cells[rank].indices.filter {
        draft.cells[rank][$0].origin == .loaded && draft.cells[rank][$0].boundary != nil
      }
      guard !loaded.isEmpty else { continue }
      var repair = LevelRepair(
        loaded.map { draft.cells[rank][$0].boundary ?? MultiPolygon([]) }, options: options,
        overlay: overlay, scale: scale)
      try repair.run()
      for (position, boundary) in zip(loaded, repair.repair.cells) {
        draft.cells[rank][position].boundary = boundary
      }
      let codes = loaded.map { draft.cells[rank][$0].code }
      report.levels.append(
        GridRepairReport.Level(
          level: draft.levels[rank].name, before: 0, after: 0,
          changes: repair.repair.steps.map { Self.change($0, codes, repair, scale) }))
    }
    try draft.complete()
    let after = draft.check(generation: 0, scale: scale)
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
    _ step: CoverageRepair.Step, _ codes: [String], _ repair: LevelRepair, _ scale: GroundScale
  ) -> GridRepairReport.Change {
    let ground = scale.ground(at: step.at)
    return GridRepairReport.Change(
      kind: step.kind.rawValue, cells: step.cells.map { codes[Int($0)] },
      at: ground.map { [$0.longitude, $0.latitude] } ?? [],
      area: step.area * (ground.map { $0.metresPerX * $0.metresPerY } ?? 1),
      distance: repair.metres(step.distance))
  }
}
