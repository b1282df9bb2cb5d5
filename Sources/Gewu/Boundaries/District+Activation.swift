import Time
import Warehouse

extension District {
  /// Checks the generation being prepared and makes it the active one.
  ///
  /// - Parameters:
  ///   - allowInvalid: whether to activate even an invalid coverage; look-ups then say so.
  ///   - maximumShrink: the share, 0…1, of the codes of each level that may go.
  ///   - date: from when on it answers: a moment (RFC 3339), or a day (`YYYY-MM-DD`), meaning its
  ///     first moment in the store's zone; now, where it is nil. One in the past may not lie before the present
  ///     generation became active. One to come is kept, and the generation becomes active then;
  ///     loading into it before calls that off.
  /// - Throws: `InvalidCoverage` where it failed the check and that is not allowed; ``CellLoss`` where
  ///   too many cells would go; `GenerationFault` where there is no such generation, it is not being
  ///   prepared, or the moment is too early.
  package func activate(
    generation: Int64, allowInvalid: Bool = false, maximumShrink: Double = CellLoss.usualLimit,
    at date: String? = nil
  ) throws -> GridCheckReport {
    let scale = try GroundScale(crs: crs)
    let moment = try date.map { try Moment(startOf: $0, in: store.zone) }
    let (net, report) = try writeLocked { session in
      guard let chosen = try session.generation(id: generation) else {
        throw Self.noGeneration(generation)
      }
      guard chosen.status == .preparing else {
        throw GenerationFault.notPreparing(generation, status: chosen.status.rawValue)
      }
      let report = try activate(
        draft(of: generation, net: chosen.net, session: session), generation: generation,
        allowsInvalid: allowInvalid, maximumShrink: maximumShrink, scale: scale, at: moment,
        session: session)
      return (chosen.net, report)
    }
    try indexes.activated(net: net)
    return report
  }

  /// Checks a draft and makes it the active generation from a moment on.
  func activate(
    _ draft: GenerationDraft, generation: Int64, allowsInvalid: Bool, maximumShrink: Double,
    scale: GroundScale, at moment: Moment? = nil, session: StoreTransaction
  ) throws -> GridCheckReport {
    let (report, gaps) = draft.examine(generation: generation, scale: scale)
    guard report.valid || allowsInvalid else { throw InvalidCoverage(report: report) }
    if let loss = try loss(by: draft, of: generation, limit: maximumShrink, session: session) {
      guard loss.share <= maximumShrink else { throw loss }
    }
    try session.replaceGaps(of: generation, with: gaps)
    let now = store.clock.now()
    if let moment, moment > now {
      try session.schedule(
        generation: generation, isValid: report.valid, problemCount: report.problemCount,
        at: moment)
      return report
    }
    let net = try session.generation(id: generation)?.net ?? Net.base
    // Now is after whatever came before, also where the clock has gone back since.
    if let moment, let active = try session.activeGeneration(net: net),
      let since = active.activatedAt, moment <= since
    {
      throw GenerationFault.tooEarly(active: active.id, since: since)
    }
    try session.activate(
      generation: generation, isValid: report.valid, problemCount: report.problemCount,
      at: moment ?? now)
    return report
  }

  /// What the level that loses the greatest share of its codes would lose; nil where nothing answers
  /// yet.
  private func loss(
    by draft: GenerationDraft, of generation: Int64, limit: Double, session: StoreTransaction
  ) throws -> CellLoss? {
    guard let net = try session.generation(id: generation)?.net,
      let active = try session.activeGeneration(net: net)
    else { return nil }
    return try draft.levels.indices.map { rank in
      let before = try session.grids(
        level: draft.levels[rank], generation: active.id, withBoundaries: false)
      let kept = Set(draft.cells[rank].map(\.code))
      return CellLoss(
        generation: generation, level: draft.levels[rank].name,
        gone: before.count { !kept.contains($0.code) }, before: before.count,
        limit: limit)
    }.max { $0.share < $1.share }
  }
}
