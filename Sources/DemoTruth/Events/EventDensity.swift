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
    people = CumulativeWeights(places.buildings.map { Int($0.people) })
    lengths = CumulativeWeights(pieces.map { Int($0.length) })
  }

  /// The shares of all people and of all road length within a radius.
  func share(within radius: Double, of centre: Coordinate) -> (people: Double, roads: Double) {
    let limit = radius * radius
    var (inhabitants, length) = (0, 0)
    for building in buildings where building.position.squareDistance(centre) <= limit {
      inhabitants += Int(building.people)
    }
    for piece in pieces where piece.middle.squareDistance(centre) <= limit {
      length += Int(piece.length)
    }
    return (
      Double(inhabitants) / Double(max(people.total, 1)),
      Double(length) / Double(max(lengths.total, 1))
    )
  }
}

extension Coordinate {
  func squareDistance(_ other: Coordinate) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
