import Foundation
import Geometry
import Grids
import Projections
import Warehouse

extension GridIndex {
  /// Reads the index of a generation: its cells from the store, and the locator from its file
  /// where there is one, else built from the boundaries.
  ///
  /// - Parameters:
  ///   - cache: where index files are.
  ///   - keeps: whether a locator that had to be built is kept there.
  convenience init(
    generation: Generation, session: StoreTransaction, cache: IndexFiles, keeps: Bool = false
  ) throws {
    let levels = try Self.levels(of: generation, session: session)
    let locator = try levels.last.map { leaf in
      let isValid = generation.isValid ?? false
      let key = try IndexFiles.Key(generation, leaf: leaf.level, session)
      if let kept = cache.locator(key), kept.cellCount == leaf.codes.count { return kept }
      let built = Self.locator(
        of: try session.boundaries(level: leaf.level, generation: generation.id), isValid: isValid)
      if keeps {
        let active = try session.presentGenerations().filter { $0.status == .active }.map(\.id)
        cache.keep(built, as: key, active: Set(active))
      }
      return built
    }
    self.init(
      generation: generation, levels: levels,
      locator: locator ?? Locator(coverage: Coverage(cells: [])),
      gaps: try levels.last.map { try session.gaps(of: generation.id, level: $0.level) } ?? [],
      isGeographic: session.crs.isGeographic)
  }

  /// The boundaries of the leaf cells, in their order.
  func leafBoundaries(session: StoreTransaction) throws -> [MultiPolygon] {
    guard let leaf = levels.last else { return [] }
    return try session.boundaries(level: leaf.level, generation: generation.id)
  }

  /// Builds a locator; the boundaries of a generation that passed its check need no other one.
  static func locator(
    of boundaries: consuming [MultiPolygon], codes: [String] = [], isValid: Bool
  ) -> Locator {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    return isValid
      ? Locator(validCells: boundaries, codes: codes, threads: threads)
      : Locator(coverage: Coverage(cells: boundaries), codes: codes, threads: threads)
  }

  private static func levels(
    of generation: Generation, session: StoreTransaction
  ) throws -> [LevelCells] {
    var levels: [LevelCells] = []
    for level in try session.levels(net: generation.net) {
      let records = try session.grids(
        level: level, generation: generation.id, withBoundaries: false)
      guard !records.isEmpty else { continue }
      let above = levels.last.map { positions(of: $0.codes) } ?? [:]
      levels.append(
        LevelCells(
          level: level, rowIDs: records.map(\.id), codes: records.map(\.code),
          names: records.map(\.name),
          parents: records.map { record in
            record.parentCode.flatMap { above[$0] }.map(Int32.init) ?? -1
          }, isDerived: records.allSatisfy { $0.origin != .loaded }))
    }
    return levels
  }

  private static func positions(of codes: [String]) -> [String: Int] {
    Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension StoreTransaction {
  /// The reference system of all geometries in the store.
  var crs: CRSName { .epsg(store.srid) }

  /// The boundaries of a level's cells in the order of their codes; empty where a cell has none.
  func boundaries(level: Level, generation: Int64) throws -> [MultiPolygon] {
    try grids(level: level, generation: generation).map { $0.boundary ?? MultiPolygon([]) }
  }
}
