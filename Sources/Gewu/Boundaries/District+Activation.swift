import Time
import Warehouse

extension District {
  /// Checks the generation being prepared and makes it the active one.
  ///
  /// - Parameters:
  ///   - allowInvalid: whether to activate even an invalid coverage; look-ups then say so.
  ///   - date: from when on it answers: a moment (RFC 3339), or a day (`YYYY-MM-DD`), meaning its
  ///     first moment in UTC; now, where it is nil. One in the past may not lie before the present
  ///     generation became active. One to come is kept, and the generation becomes active then;
  ///     loading into it before calls that off.
  /// - Throws: `InvalidCoverage` where it failed the check and that is not allowed; `GenerationFault`
  ///   where there is no such generation, it is not being prepared, or the moment is too early.
  package func activate(
    generation: Int64, allowInvalid: Bool = false, at date: String? = nil
  ) throws -> GridCheckReport {
    let scale = try GroundScale(crs: crs)
    let moment = try date.map { try Moment(startOf: $0) }
    let (net, report) = try writeLocked { session in
      guard let chosen = try session.generation(id: generation) else {
        throw Self.noGeneration(generation)
      }
      guard chosen.status == .preparing else {
        throw GenerationFault.notPreparing(generation, status: chosen.status.rawValue)
      }
      let report = try activate(
        draft(of: generation, net: chosen.net, session: session), generation: generation,
        allowsInvalid: allowInvalid, scale: scale, at: moment, session: session)
      return (chosen.net, report)
    }
    try indexes.activated(net: net)
    return report
  }

  /// Checks a draft and makes it the active generation from a moment on.
  func activate(
    _ draft: GenerationDraft, generation: Int64, allowsInvalid: Bool, scale: GroundScale,
    at moment: Moment? = nil, session: StoreTransaction
  ) throws -> GridCheckReport {
    let report = draft.check(generation: generation, scale: scale)
    guard report.valid || allowsInvalid else { throw InvalidCoverage(report: report) }
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
}
