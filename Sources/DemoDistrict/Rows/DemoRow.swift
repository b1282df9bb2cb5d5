import Geometry

/// The values of a row, and where it is.
struct DemoRow {
  var values: [DemoValue]
  /// The place of the grid it is in.
  var cell: Int
  var position: Coordinate
  /// Whether the file says where it is by a position.
  var isPlaced = true
  /// Well-known binary in the file's reference system, where the file has geometries.
  var geometry: [UInt8]?
}
