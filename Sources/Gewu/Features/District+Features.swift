import Datasets
import Geometry
import Projections
package import Tabular
import Warehouse

extension District {
  /// The current rows of a data set whose shapes have boxes that meet a window, in the order of their
  /// numbers.
  ///
  /// Of a row's box in the store's reference system the one around it in WGS 84 counts.
  ///
  /// - Parameter isCancelled: asked every 1,024 rows; true ends with `CancellationError`.
  package func features(
    _ query: FeatureQuery, of source: FeatureSource, isCancelled: () -> Bool = { false }
  ) throws -> FeatureSelection {
    let ground = try FeatureGround(crs: crs, toWGS84: toWGS84())
    let boxes = try ground.boxes(around: query.window)
    var ids: [Int64] = []
    var visited = 0
    try store.read { session in
      try session.forEachFeature(of: source.dataset, meeting: boxes, after: query.after) {
        id, box in
        visited += 1
        if visited & 1023 == 0, isCancelled() { throw CancellationError() }
        if let found = ground.box(box) {
          guard query.window.meets(found) else { return true }
        } else {
          // Across the antimeridian its box says nothing.
          let row = try session.features(of: source.dataset, numbered: [id], fields: []).first
          guard let shape = row?.shape.flatMap(ground.place), query.window.meets(shape) else {
            return true
          }
        }
        ids.append(id)
        return ids.count <= query.limit
      }
    }
    let isCut = ids.count > query.limit
    if isCut { ids.removeLast() }
    return FeatureSelection(
      dataset: source.dataset, fields: source.fields, tolerance: query.tolerance, ids: ids,
      next: isCut ? ids.last : nil)
  }

  /// Reads the rows of a block of a selection and appends them to a collection.
  package func write(
    _ rows: Range<Int>, of selection: FeatureSelection, to text: inout GeoJSONText
  ) throws {
    let ground = try FeatureGround(crs: crs, toWGS84: toWGS84())
    let found = try store.read { session in
      try session.features(
        of: selection.dataset, numbered: selection.ids[rows], fields: selection.fields.map(\.name))
    }
    let properties = FeatureProperties(selection.fields)
    for row in found {
      var shape = row.shape.flatMap(ground.place)
      if selection.tolerance > 0 {
        shape = shape.map { ShapeSimplifier(metres: Double(selection.tolerance)).simplified($0) }
      }
      text.append(number: row.id, properties: properties.bytes(of: row.values), shape: shape)
    }
  }
}
