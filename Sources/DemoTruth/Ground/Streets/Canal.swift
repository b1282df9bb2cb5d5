package import Geometry

/// Where a road crosses the river or a canal.
package struct Bridge: Sendable {
  package var name: String
  /// The place of its road in `ground.roads`.
  package var road: Int32
  package var position: Coordinate
  /// In metres.
  package var length: Double
  /// What it crosses.
  package var water: String
}

/// A canal: its middle line and its width in metres.
package struct Canal: Sendable {
  package var name: String
  package var width: Double
  var line: [Coordinate]
}
