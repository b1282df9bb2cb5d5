package import Geometry
import Grids
import Projections
package import Warehouse

extension District {
  /// The accepted gaps of a net, the one accepted first first.
  ///
  /// - Throws: `NetFault` where there is no such net.
  package func acceptedGaps(net: String = Net.base) throws -> [AcceptedGap] {
    _ = try self.net(net)
    return try store.read { try $0.acceptedGaps(net: net) }
  }

  /// Declares that the gap around a position is meant to be there: a lake, another district's enclave.
  ///
  /// The gap is looked for in the generation being prepared, then in the active one, on the lowest
  /// level first. From then on a check notes it instead of finding fault, in every generation that has
  /// it at that place and not larger; the active generation is checked anew at once.
  ///
  /// - Parameters:
  ///   - position: in the gap; longitude and latitude in WGS 84 degrees.
  ///   - name: what people call it.
  /// - Throws: `NetFault` where there is no such net; ``GapFault``; ``GenerationFault`` where no
  ///   boundaries are loaded.
  package func acceptGap(
    at position: Coordinate, name: String? = nil, net: String = Net.base
  ) throws -> GapDecision {
    _ = try self.net(net)
    let scale = try GroundScale(crs: crs)
    let position = Antimeridian.normalised(position)
    let place = try CoordinateTransform(from: .wgs84, to: crs).transform(position)
    let decision = try writeLocked { session in
      let (area, cell) = try gap(at: place, net: net, scale: scale, session: session)
      guard let area else {
        throw GapFault.noGap(
          longitude: position.x, latitude: position.y,
          generation: try chosenGeneration(nil, net: net, session).id, cell: cell)
      }
      var gap = AcceptedGap(
        net: net, name: name, longitude: position.x, latitude: position.y, position: place,
        area: area, acceptedAt: session.now)
      gap.id = try session.insert(gap)
      return try judge(gap, net: net, scale: scale, session: session)
    }
    try indexes.activated(net: net)
    return decision
  }

  /// Takes an acceptance away; the active generation is checked anew at once.
  ///
  /// - Throws: `NetFault` where there is no such net; ``GapFault`` where it has no such gap.
  package func removeGap(_ id: Int64, net: String = Net.base) throws -> GapDecision {
    _ = try self.net(net)
    let scale = try GroundScale(crs: crs)
    let decision = try writeLocked { session in
      guard let gap = try session.acceptedGaps(net: net).first(where: { $0.id == id }) else {
        throw GapFault.noSuchGap(id, net: net)
      }
      try session.remove(gap: id)
      return try judge(gap, net: net, scale: scale, session: session)
    }
    try indexes.activated(net: net)
    return decision
  }

  /// The area in square metres of the gap around a place of the store, or the code of the cell there.
  private func gap(
    at place: Coordinate, net: String, scale: GroundScale, session: StoreTransaction
  ) throws -> (area: Double?, cell: String?) {
    let all = try session.generations(net: net)
    let open = all.filter { $0.status == .preparing } + all.filter { $0.status == .active }
    guard !open.isEmpty else { throw GenerationFault.nothingLoaded }
    var cell: String?
    for generation in open {
      let draft = try draft(of: generation.id, net: net, session: session)
      for rank in draft.cells.indices.reversed() where !draft.cells[rank].isEmpty {
        let own = draft.cells[rank].first { $0.boundary?.holds(place) == true }
        if let own {
          cell = cell ?? own.code
          continue
        }
        let problems = draft.coverage(ofRank: rank).problems
        guard let found = draft.gap(at: place, in: problems) else { continue }
        if let known = draft.acceptances(of: problems, scale: scale)[found] {
          throw GapFault.accepted(known.id, name: known.name)
        }
        return (draft.area(of: problems[found], scale: scale), nil)
      }
    }
    return (nil, cell)
  }

  /// Checks the active generation of a net, and one that is to become active, anew.
  private func judge(
    _ gap: AcceptedGap, net: String, scale: GroundScale, session: StoreTransaction
  ) throws -> GapDecision {
    var decision = GapDecision(gap: gap)
    for generation in try session.generations(net: net)
    where generation.status == .active || generation.activatesAt != nil {
      let draft = try draft(of: generation.id, net: net, session: session)
      let (report, gaps) = draft.examine(generation: generation.id, scale: scale)
      try session.replaceGaps(of: generation.id, with: gaps)
      try session.judge(
        generation: generation.id, isValid: report.valid, problemCount: report.problemCount)
      if generation.status == .active {
        decision.generation = generation.id
        decision.valid = report.valid
        decision.problems = report.problemCount
      }
    }
    return decision
  }
}

/// A gap that was accepted, or whose acceptance was taken away, and what the check of the active
/// generation says since.
package struct GapDecision: Sendable, Equatable, Encodable {
  package var gap: AcceptedGap
  /// The active generation; nil where none is.
  package var generation: Int64?
  /// Whether its coverage is valid now.
  package var valid: Bool?
  /// How many problems it has now.
  package var problems: Int?

  package init(gap: AcceptedGap) { self.gap = gap }
}

extension MultiPolygon {
  /// Whether a position lies inside by the even-odd rule over all rings.
  fileprivate func holds(_ position: Coordinate) -> Bool {
    guard box.contains(position) else { return false }
    return rings.count { $0.holds(position) } % 2 == 1
  }
}
