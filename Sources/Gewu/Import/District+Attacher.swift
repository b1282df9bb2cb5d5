import Intake
import Datasets
import Geometry
import Grids
import Warehouse

extension District {
  /// What an import needs of the active generation; nil where none is active.
  ///
  /// - Throws: `ImportFault` where a rule of place names a level that the generation does not have.
  func attacher(for manifest: Manifest) throws -> GridAttacher? {
    guard try store.read({ try $0.answeringGeneration() }) != nil else { return nil }
    let index = try indexes.base.refreshed()
    guard let leaf = index.levels.last else { return nil }
    var codes: [String: [String: Int64]] = [:]
    var ancestors: [String: [Int64]] = [:]
    for level in Set(manifest.locations.compactMap(\.level)).sorted() {
      guard let position = index.index(ofLevel: level) else {
        throw ImportFault.noLevel(
          level, manifest: manifest.path, levels: index.levels.map(\.level.name))
      }
      let cells = index.levels[position]
      codes[level] = Dictionary(
        zip(cells.codes, cells.rowIDs), uniquingKeysWith: { first, _ in first })
      ancestors[level] = index.ancestors(atLevel: position).map {
        $0 < 0 ? 0 : cells.rowIDs[Int($0)]
      }
    }
    let locator = index.locator
    let cell: @Sendable (Coordinate) -> Int32
    if index.meetsAntimeridian {
      cell = { index.locate($0).cell }
    } else {
      cell = { locator.locate($0).cell }
    }
    return GridAttacher(
      generation: index.generation.id, level: leaf.level.name, gridIDs: leaf.rowIDs,
      codes: codes, ancestors: ancestors,
      extent: DistrictExtent(
        around: locator.box, try GroundScale(crs: crs), isGeographic: index.isGeographic),
      locate: cell)
  }
}

extension DistrictExtent {
  /// The box of a coverage, and the same with 50 km more on every side; nil where it excludes nothing.
  init?(around box: Box, _ scale: GroundScale, isGeographic: Bool) {
    guard !box.isEmpty else { return nil }
    let corners = [
      Coordinate(x: box.minX, y: box.minY), Coordinate(x: box.maxX, y: box.maxY),
    ].compactMap { scale.ground(at: $0) }
    // A box whose corner is no place of the system excludes nothing.
    guard corners.count == 2,
      let perX = corners.map(\.metresPerX).min(), let perY = corners.map(\.metresPerY).min(),
      perX > 0, perY > 0
    else { return nil }
    let (x, y) = (DistrictExtent.margin / perX, DistrictExtent.margin / perY)
    let reach = Box(
      minX: box.minX - x, minY: box.minY - y, maxX: box.maxX + x, maxY: box.maxY + y)
    // What reaches across the antimeridian is no box, and excludes nothing either.
    guard !isGeographic || !Antimeridian.meets(reach) else { return nil }
    self.init(district: box, reach: reach)
  }
}
