import Projections
package import Geometry
import Warehouse

/// The boundaries of one generation, whatever is activated while they are being asked for.
package struct GridSnapshot: Sendable {
  let index: GridIndex
  let store: Store

  init(index: GridIndex, store: Store) {
    self.index = index
    self.store = store
  }

  package var generation: Int64 { index.generation.id }

  /// What tells its answers from those of any other snapshot of its net.
  package var edition: String { index.edition }

  /// The levels that have cells, top first.
  package var levels: [LevelSummary] {
    index.levels.map {
      LevelSummary(
        level: $0.level.name, rank: $0.level.rank, cells: $0.codes.count, isDerived: $0.isDerived)
    }
  }

  /// Answers which grid positions lie in.
  package func locator(crs: CRSName = .wgs84) throws -> PointLocator {
    try PointLocator(index: index, from: crs, storeCRS: .epsg(store.srid))
  }

  /// The cells of one level, or of all, in the order of levels and codes.
  ///
  /// - Parameter window: only cells whose box meets it.
  /// - Throws: ``IndexFault`` where the level does not exist.
  package func grids(level: String? = nil, within window: MapWindow? = nil) throws -> [GridSummary]
  {
    try cells(level: level, code: nil, within: window).map(\.grid)
  }

  /// The cells of one level with their boundaries in WGS 84 degrees.
  ///
  /// - Parameter window: only cells whose box meets it.
  package func boundaries(
    level: String, within window: MapWindow? = nil
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    try cells(level: level, code: nil, within: window)
  }

  /// The same, in a transaction that has begun.
  func boundaries(
    level: String, session: StoreTransaction
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    try cells(level: level, code: nil, within: nil, session: session)
  }

  /// One cell with the cells above it.
  ///
  /// - Throws: ``IndexFault`` where there is none, or cells of several levels have the code and no
  ///   level is named.
  package func grid(code: String, level: String? = nil) throws -> GridDetail {
    let found = try boundary(code: code, level: level).grid
    var path: [LocateAnswer.Step] = []
    if let rank = index.index(ofLevel: found.level),
      let position = index.levels[rank].codes.firstIndex(of: code)
    {
      path = index.path(to: position, atLevel: rank)
    }
    return GridDetail(grid: found, path: path, generation: generation)
  }

  /// One cell with its boundary in WGS 84 degrees.
  ///
  /// - Throws: ``IndexFault`` where there is none, or cells of several levels have the code and no
  ///   level is named.
  package func boundary(
    code: String, level: String? = nil
  ) throws -> (grid: GridSummary, boundary: MultiPolygon) {
    let found = try cells(level: level, code: code, within: nil)
    guard let first = found.first else {
      throw IndexFault.noCell(
        code: code, level: level, generation: generation, net: index.generation.net,
        retired: try retired(code: code, level: level))
    }
    guard found.count == 1 else {
      throw IndexFault.ambiguousCode(code, levels: found.map(\.grid.level))
    }
    return first
  }

  /// Throws ``IndexFault`` where the net has no such level.
  package func check(level: String) throws {
    try store.read { _ = try Self.level(level, of: try $0.levels(net: index.generation.net)) }
  }

  private static func level(_ name: String, of levels: [Level]) throws -> [Level] {
    let named = levels.filter { $0.name == name }
    guard !named.isEmpty else { throw IndexFault.noLevel(name, known: levels.map(\.name)) }
    return named
  }

  private func cells(
    level: String?, code: String?, within window: MapWindow?
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    try store.read { try cells(level: level, code: code, within: window, session: $0) }
  }

  private func cells(
    level: String?, code: String?, within window: MapWindow?, session: StoreTransaction
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    let toWGS84 = try CoordinateTransform(approximatelyFrom: .epsg(store.srid), to: .wgs84)
    let all = try session.levels(net: index.generation.net)
    let levels = try level.map { try Self.level($0, of: all) } ?? all
    return try levels.flatMap { level in
      try session.grids(level: level, generation: generation, code: code).compactMap { record in
        let boundary = try toWGS84.transform(record.boundary ?? MultiPolygon([]))
        if let window, !window.meets(boundary) { return nil }
        return (
          GridSummary(record, level: level.name, bbox: Antimeridian.bounds(of: boundary)), boundary
        )
      }
    }
  }
}

extension GridSummary {
  /// The summary of a cell as the store keeps it.
  init(_ record: GridRecord, level: String, bbox: [Double]) {
    self.init(
      level: level, code: record.code, name: record.name, parent: record.parentCode,
      parentShare: record.parentShare, isDerived: record.origin != .loaded,
      bbox: bbox)
  }
}
