import Files
import Geometry
import Projections
import Tabular
import Warehouse

/// A feature for each row, in WGS 84.
struct GeoJSONSink: ExportSink {
  private let draft: FileDraft
  /// To WGS 84; nil where the positions are the same.
  private let transform: CoordinateTransform?

  init(_ draft: FileDraft, crs: CRSName) throws {
    self.draft = draft
    // Refused where nobody knows how far off all of them would be; one that is astray is not.
    _ = try CoordinateTransform(from: crs, to: .wgs84)
    let transform = try CoordinateTransform(approximatelyFrom: crs, to: .wgs84)
    self.transform = transform.isIdentity ? nil : transform
  }

  func add(
    _ table: ExportedTable, of session: StoreTransaction, step: () throws -> Void
  ) throws -> Int {
    let writer = GeoJSONWriter(draft, names: table.columns.map(\.name))
    let count = try session.forEachRow(of: table, withGeometry: true) { cells, geometry in
      try writer.write(cells, geometry: try geometry.map(moved))
      try step()
    }
    try writer.finish()
    return count
  }

  func finish() throws { try draft.publish() }

  private func moved(_ geometry: [UInt8]) throws -> [UInt8] {
    guard let transform else { return geometry }
    var places = BinaryPositions(geometry)
    let positions = try transform.transform(places.positions)
    places.put(positions)
    return places.bytes
  }
}
