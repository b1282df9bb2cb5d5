package import Geometry

/// What events must know of the ground, of people and of firms.
///
/// Positions are in metres on a plane.
package struct EventPlaces: Sendable {
  package struct Building: Sendable {
    package var position: Coordinate
    /// How many people live in it.
    package var people: Int32

    package init(position: Coordinate, people: Int32) {
      (self.position, self.people) = (position, people)
    }
  }

  package struct Road: Sendable {
    package var name: String
    /// The middle of it, two positions or more.
    package var line: [Coordinate]

    package init(name: String, line: [Coordinate]) { (self.name, self.line) = (name, line) }
  }

  package var buildings: [Building]
  package var roads: [Road]
  package var firms: Firms
  /// The address of a building as people say it: 建设路12号, 翠园小区3幢.
  package var address: @Sendable (_ building: Int32) -> String
  /// Draws an adult who lives in a building on a day; -1 where there is none.
  package var resident: @Sendable (_ building: Int32, _ day: Int32, _ draw: inout Draw) -> Int32

  package init(
    buildings: [Building], roads: [Road], firms: Firms,
    address: @escaping @Sendable (Int32) -> String,
    resident: @escaping @Sendable (Int32, Int32, inout Draw) -> Int32
  ) {
    (self.buildings, self.roads, self.firms) = (buildings, roads, firms)
    (self.address, self.resident) = (address, resident)
  }
}
