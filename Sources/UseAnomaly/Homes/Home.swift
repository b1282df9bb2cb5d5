/// A home, its meters, and what is known of it.
package struct Home: Sendable {
  /// What it is used as.
  package enum Use: String, Sendable, CaseIterable {
    /// A flat or a house of a household.
    case dwelling
    /// A dormitory, a site's huts.
    case dormitory
    /// A home for the aged, a hospital.
    case institution
    case other
  }

  /// How water is metered.
  package enum Metering: String, Sendable, CaseIterable {
    /// One meter for it alone.
    case own
    /// 合表户: one meter for several homes.
    case shared
    /// Several meters for it.
    case several
  }

  /// Any number that the caller knows the home by; it means nothing here.
  package var key: Int64
  /// Numbers of the building, the estate (nil where there is none) and the cell that it is in.
  package var building: Int64
  package var estate: Int64?
  package var cell: Int64
  /// The kind of building, in the caller's numbers, by which results are counted.
  package var buildingKind: Int
  /// Square metres; nil where it is not known.
  package var area: Double?
  package var use: Use
  package var metering: Metering
  /// Whether the account's address was understood down to the room.
  package var isAtRoom: Bool
  /// How many people of registered households are known to live there.
  ///
  /// Temporary residents are told apart (``HomeFacts/lodgers``): a family may be as many as it is, and beds that
  /// are let are not excused by its being known who sleeps in them. Nil where nobody keeps a register of its area.
  package var residents: Int?
  package var facts: HomeFacts
  package var water: [Reading]
  /// Empty where the power company delivers nothing.
  package var power: [Reading]

  package init(
    key: Int64, building: Int64, estate: Int64? = nil, cell: Int64, buildingKind: Int = 0,
    area: Double? = nil, use: Use = .dwelling, metering: Metering = .own, isAtRoom: Bool = true,
    residents: Int?, facts: HomeFacts = HomeFacts(), water: [Reading] = [], power: [Reading] = []
  ) {
    (self.key, self.building, self.estate, self.cell) = (key, building, estate, cell)
    (self.buildingKind, self.area, self.use, self.metering) = (buildingKind, area, use, metering)
    (self.isAtRoom, self.residents, self.facts) = (isAtRoom, residents, facts)
    (self.water, self.power) = (water, power)
  }
}
