import Warehouse

extension District {
  /// Makes a new generation with the cells of an earlier one: how an activation is undone, and how
  /// what was set aside comes back.
  ///
  /// History stays as it was: the earlier generation keeps its ordinal and its times. A generation that
  /// was being prepared is set aside; it can be restored in its turn.
  ///
  /// - Parameters:
  ///   - restored: the ordinal of the generation whose cells are wanted, of any net and status.
  ///   - activates: whether to check the new generation and make it the active one.
  ///   - allowInvalid: whether to activate even an invalid coverage; look-ups then say so.
  ///   - maximumShrink: the share, 0…1, of the codes of each level that may go.
  /// - Throws: ``GenerationFault`` where there is no such generation; as
  ///   ``activate(generation:allowInvalid:maximumShrink:at:)`` where it was to be activated. Then
  ///   nothing is changed.
  package func restoreGrids(
    of restored: Int64, activates: Bool = false, allowInvalid: Bool = false,
    maximumShrink: Double = CellLoss.usualLimit
  ) throws -> GridRestoreReport {
    let scale = try GroundScale(crs: crs)
    let (net, report) = try writeLocked { session in
      guard let chosen = try session.generation(id: restored) else {
        throw Self.noGeneration(restored)
      }
      let draft = try draft(of: restored, net: chosen.net, session: session)
      let prepared = try session.generations(net: chosen.net).first { $0.status == .preparing }
      if let prepared { try session.setAside(generation: prepared.id) }
      let generation = try session.preparingGeneration(net: chosen.net)
      let changes = try keep(draft, generation: generation, session: session)
      let check =
        activates
        ? try activate(
          draft, generation: generation, allowsInvalid: allowInvalid, maximumShrink: maximumShrink,
          scale: scale, session: session) : nil
      let levels = draft.levels.indices.filter { !draft.cells[$0].isEmpty }.map { rank in
        GridRestoreReport.Level(
          level: draft.levels[rank].name, cells: draft.cells[rank].count, changes: changes[rank])
      }
      return (
        chosen.net,
        GridRestoreReport(
          generation: generation, restored: restored, setAside: prepared?.id, activated: activates,
          levels: levels, check: check)
      )
    }
    if activates { try indexes.activated(net: net) }
    return report
  }
}
