package import Geometry

/// A street or a community.
package struct DivisionUnit: Sendable {
  /// 9 digits for a street, 12 for a community.
  package var code: String
  /// Its full name: 和风街道, 明月社区.
  package var name: String
  /// The place of the street that a community belongs to; a street's own place.
  package var street: Int32
  /// The places of its grids in `ground.grids`: they follow each other.
  package var grids: Range<Int>
  /// Whether it is a town (镇) or a village (村).
  package var isRural: Bool
  package var boundary: MultiPolygon
}

/// A unit grid.
package struct GridCell: Sendable {
  /// 15 digits: 6 of the district, 3 of the street, 3 of the community, 3 of the grid.
  package var code: String
  /// The community's name and a number: 明月社区第一网格.
  package var name: String
  /// The places of its community and street.
  package var community: Int32
  package var street: Int32
  /// Its blocks, places in `ground.blocks`.
  package var blocks: [Int32]
  /// How much of a town it is: 0 fields, 1 the middle of the centre.
  package var urban: Float
  package var boundary: MultiPolygon
}
