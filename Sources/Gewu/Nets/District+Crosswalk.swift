import Datasets
import Geometry
import Grids
import Warehouse

extension District {
  /// How the lowest cells of one net lie in those of another.
  ///
  /// By area the ground that each pair shares is measured, and what of a cell lies in no cell of the
  /// other net; by households or people the current rows of a data set are looked up in both.
  ///
  /// - Parameters:
  ///   - from: the first net.
  ///   - to: the second net.
  ///   - measure: what is counted.
  ///   - dataset: whose rows; the only one of the subject, where it is nil.
  ///   - date: as of this date or moment; now, where it is nil.
  /// - Throws: `NetFault` where there is no such net, or not exactly one data set has the subject;
  ///   `DatasetFault` where there is no such data set; `IndexFault` where no generation was active.
  package func crosswalk(
    from: String, to: String, by measure: NetCrosswalk.Measure, dataset: String? = nil,
    at date: String? = nil
  ) throws -> NetCrosswalk {
    let (first, second) = try (index(at: date, net: from), index(at: date, net: to))
    var crosswalk = NetCrosswalk(
      from: Self.side(from, first), to: Self.side(to, second), by: measure, rows: [])
    guard let subject = measure.subject else {
      crosswalk.rows = NetCrosswalk.rows(try sharedAreas(first, second))
      return crosswalk
    }
    try store.read { session in
      let entry = try Self.dataset(of: subject, named: dataset, session: session)
      var counts: [NetCrosswalk.Pair: Double] = [:]
      let (codes, others) = (first.levels.last?.codes ?? [], second.levels.last?.codes ?? [])
      try session.forEachPlacedRow(of: entry) { row in
        guard let position = row.position else { return }
        let (a, b) = (
          first.locate(position).cell, second.locate(position).cell
        )
        let pair = NetCrosswalk.Pair(
          from: a < 0 ? nil : codes[Int(a)], to: b < 0 ? nil : others[Int(b)])
        counts[pair, default: 0] += 1
      }
      crosswalk.dataset = entry.name
      crosswalk.unplaced =
        try session.figures(of: entry).rows - Int(counts.values.reduce(0, +))
      crosswalk.rows = NetCrosswalk.rows(counts)
    }
    return crosswalk
  }

  private static func side(_ net: String, _ index: GridIndex) -> NetCrosswalk.Side {
    NetCrosswalk.Side(
      net: net, generation: index.generation.id, level: index.levels.last?.level.name ?? "")
  }

  /// The only data set of a subject, or the named one.
  private static func dataset(
    of subject: Subject, named name: String?, session: StoreTransaction
  ) throws -> DatasetEntry {
    if let name { return try dataset(name, session: session) }
    let found = try session.datasets().filter {
      try session.manifest(of: $0).subject == subject
    }
    guard let only = found.first, found.count == 1 else {
      throw found.isEmpty
        ? NetFault.noDataset(subject: subject.rawValue)
        : NetFault.severalDatasets(subject: subject.rawValue, found.map(\.name))
    }
    return only
  }

  private func sharedAreas(
    _ first: GridIndex, _ second: GridIndex
  ) throws -> [NetCrosswalk.Pair: Double] {
    let ground = try GroundArea(crs: crs)
    return try store.read { session in
      let overlay = try session.overlay()
      let (cells, others) = try (
        leafCells(of: first, session: session), leafCells(of: second, session: session)
      )
      let operands = try others.map { try overlay.operand($0.boundary ?? MultiPolygon([])) }
      let wholes = try others.map {
        try ground.squareMetres(of: $0.boundary ?? MultiPolygon([]))
      }
      let boxes = BoxSearch(others.map { $0.boundary?.box ?? .empty })
      var areas: [NetCrosswalk.Pair: Double] = [:]
      var covering = [[BoundaryOverlay.Operand]](repeating: [], count: others.count)
      /// What of a boundary lies in none of others. It is measured itself: as the difference of areas it
      /// would be all rounding, and an edge that is cut in two is measured otherwise than the whole one.
      func rest(of boundary: MultiPolygon, without others: [BoundaryOverlay.Operand]) throws
        -> Double
      {
        var rest = boundary
        for other in others where !rest.polygons.isEmpty {
          rest = try overlay(.onlyFirst, overlay.operand(rest), other)
        }
        return try ground.squareMetres(of: rest)
      }
      for cell in cells {
        guard let boundary = cell.boundary else { continue }
        let whole = try ground.squareMetres(of: boundary)
        let operand = try overlay.operand(boundary)
        var met: [BoundaryOverlay.Operand] = []
        for other in boxes.candidates(for: boundary.box) {
          let area = try ground.squareMetres(of: overlay(.shared, operand, operands[other]))
          guard area > Self.leastShare * min(whole, wholes[other]) else { continue }
          areas[.init(from: cell.code, to: others[other].code)] = area
          met.append(operands[other])
          covering[other].append(operand)
        }
        let rest = try rest(of: boundary, without: met)
        if rest > Self.leastShare * whole { areas[.init(from: cell.code, to: nil)] = rest }
      }
      for (position, other) in others.enumerated() {
        guard let boundary = other.boundary else { continue }
        let rest = try rest(of: boundary, without: covering[position])
        if rest > Self.leastShare * wholes[position] {
          areas[.init(from: nil, to: other.code)] = rest
        }
      }
      return areas
    }
  }

  /// Below this share of a cell what it has in common with another, or with none, is the rounding of
  /// where edges cross.
  private static let leastShare = 1e-9

  private func leafCells(of index: GridIndex, session: StoreTransaction) throws -> [GridRecord] {
    guard let level = index.levels.last?.level else { return [] }
    return try session.grids(level: level, generation: index.generation.id)
  }
}

extension NetCrosswalk.Measure {
  /// What the rows that are counted are about; nil for the ground.
  fileprivate var subject: Subject? {
    switch self {
    case .area: nil
    case .households: .household
    case .people: .person
    }
  }
}
