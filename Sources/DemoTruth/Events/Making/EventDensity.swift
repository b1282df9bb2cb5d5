import Geometry

/// Where events happen when nothing special does: at buildings by the people who live there, on
/// roads by their length.
struct EventDensity: Sendable {
  /// A piece of road of at most 25 m.
  struct Piece: Sendable {
    var road: Int32
    var middle: Coordinate
    var length: Int32
  }

  let buildings: [EventPlaces.Building]
  let pieces: [Piece]
  let people: CumulativeWeights
  let lengths: CumulativeWeights
  private let near: NearBuildings

  init(_ places: EventPlaces) {
    buildings = places.buildings
    var pieces: [Piece] = []
    for (index, road) in places.roads.enumerated() {
      for (from, to) in zip(road.line, road.line.dropFirst()) {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { continue }
        let count = Int((length / 25).rounded(.up))
        for piece in 0..<count {
          let part = (Double(piece) + 0.5) / Double(count)
          pieces.append(
            Piece(
              road: Int32(index), middle: Coordinate(x: from.x + dx * part, y: from.y + dy * part),
              length: Int32(max(1, length / Double(count) * 10))))
        }
      }
    }
    self.pieces = pieces
    near = NearBuildings(pieces.map(\.middle))
    people = CumulativeWeights(places.buildings.map { Int($0.people) })
    lengths = CumulativeWeights(pieces.map { Int($0.length) })
  }

  /// Draws a piece of road that people of a building pass: within about 100 m, or the nearest one; nil where
  /// there is none within 400 m.
  func piece(near building: Int, _ draw: inout Draw) -> Int? {
    let home = buildings[building].position
    let place = Coordinate(
      x: home.x + (draw.unit() * 2 - 1) * 100, y: home.y + (draw.unit() * 2 - 1) * 100)
    let found = near.nearest(to: place)
    return found < 0 ? nil : Int(found)
  }

  /// The shares of all people and of all road length within 10 m, 20 m and so on of a place, up to
  /// `count` steps.
  func shares(around centre: Coordinate, count: Int) -> [(people: Double, roads: Double)] {
    let limit = Double(count * 10) * Double(count * 10)
    var inhabitants = [Int](repeating: 0, count: count)
    var length = [Int](repeating: 0, count: count)
    for building in buildings {
      let square = building.position.squareDistance(centre)
      if square < limit { inhabitants[Int(square.squareRoot() / 10)] += Int(building.people) }
    }
    for piece in pieces {
      let square = piece.middle.squareDistance(centre)
      if square < limit { length[Int(square.squareRoot() / 10)] += Int(piece.length) }
    }
    let (all, whole) = (Double(max(people.total, 1)), Double(max(lengths.total, 1)))
    var sum = (people: 0, roads: 0)
    return (0..<count).map { step in
      sum.people += inhabitants[step]
      sum.roads += length[step]
      return (Double(sum.people) / all, Double(sum.roads) / whole)
    }
  }
}
