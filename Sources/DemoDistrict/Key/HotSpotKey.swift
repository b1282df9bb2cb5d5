import DemoTruth
import Geometry
import Time

/// The question that shows a cluster of events, and where one was planted.
package struct HotSpotKey: Hashable, Sendable, Codable {
  /// Where it was planted, and how strong it is.
  package struct Place: Hashable, Sendable, Codable {
    /// Its middle in degrees, CGCS2000.
    package var longitude: Double
    package var latitude: Double
    /// In metres.
    package var radius: Double
    /// How many times as many events as elsewhere, by how it was made.
    package var relativeRisk: Double
    /// How many events were to be expected without it, and how many were added.
    package var expected: Double
    package var excess: Int
  }

  package var dataset: String
  package var category: String
  /// The first and the last month, `YYYY-MM`.
  package var from: String
  package var to: String
  package var level: String
  package var exposure: String
  /// Nil in a district in which nothing is planted.
  package var place: Place?

  /// The questions for the clusters of a truth, in their order.
  static func all(_ events: Events?) -> [HotSpotKey] {
    PlantedHotSpot.wishes.map { wish in
      let spot = events?.hotSpots.first {
        $0.kind == wish.kind && $0.code == wish.code
          && $0.from == Int32(Day(number: wish.from).ordinal)
      }
      return HotSpotKey(
        dataset: wish.kind == .report ? "gsb_order12345" : "cgj_case", category: wish.code,
        from: month(wish.from), to: month(wish.to), level: "grid", exposure: "residents",
        place: spot.map(Place.init))
    }
  }

  private static func month(_ day: Int) -> String {
    String(Day(number: day).text.prefix(7))
  }
}

extension HotSpotKey.Place {
  fileprivate init(_ spot: PlantedHotSpot) {
    let position = spot.position
    self.init(
      longitude: (position.x * 1e7).rounded() / 1e7, latitude: (position.y * 1e7).rounded() / 1e7,
      radius: spot.radius, relativeRisk: spot.relativeRisk,
      expected: (spot.expected * 10).rounded() / 10, excess: spot.excess)
  }
}
