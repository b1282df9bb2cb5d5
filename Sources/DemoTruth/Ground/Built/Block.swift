import Geometry

/// A piece of land between roads, walls, water and borders of grids; the smallest face of the plan.
package struct Block: Sendable {
  /// What the land is used for.
  package enum Use: UInt8, Sendable, CaseIterable {
    /// 高层住宅: towers of 15 floors and more.
    case towers
    /// 小高层住宅: slabs of 7 to 14 floors.
    case slabs
    /// 多层老小区: walk-ups of up to 6 floors without lifts.
    case walkUps
    /// 联排、别墅
    case villas
    /// 老城: houses of one to three floors at lanes.
    case oldQuarter
    /// 村庄, within the town or in the fields.
    case village
    /// 商务办公
    case office
    /// 商场、酒店、市场
    case hall
    case factory
    case storage
    case school
    case hospital
    case government
    case culture
    case utility
    /// 工地
    case site
    case park
    case lake
    case woodland
    case orchard
    case farmland
    case river

    /// Whether people live there.
    package var isResidential: Bool { rawValue <= Use.village.rawValue }
    /// Whether it is green.
    package var isGreen: Bool {
      self == .park || (rawValue >= Use.woodland.rawValue && self != .river)
    }
  }

  package var use: Use
  /// The place of its grid in `ground.grids`.
  package var grid: Int32
  /// In square metres.
  package var area: Float
  /// How much of a town it is: 0 fields, 1 the middle of the centre.
  package var urban: Float
  /// How many dwellings it is meant to have.
  var wanted: Float = 0
}
