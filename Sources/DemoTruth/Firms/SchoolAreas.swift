import Geometry

/// Which primary school the children of each school district go to: one that stands in it, else the
/// nearest (义务教育法 12: near the place of their registration).
///
/// Eight of a hundred go to another one, as children of people who came from elsewhere, of teachers
/// and of private schools do (assumption).
struct SchoolAreas: Sendable {
  private static let exceptions = 8

  /// By district: its schools, the days from which they are there, and their floor areas.
  private let schools: [(firms: [Int32], from: [Int32], weights: CumulativeWeights)]

  /// - Parameters:
  ///   - middles: where the dwellings of each district are, in metres.
  ///   - area: the district of a building.
  ///   - position: where a building is, in metres.
  init(
    _ firms: Firms, middles: [Coordinate], area: (Int32) -> Int, position: (Int32) -> Coordinate
  ) {
    let trade = Trade.place("8321")
    var own: [[Int]] = Array(repeating: [], count: middles.count)
    let all = firms.list.indices.filter { Int(firms.list[$0].trade) == trade }
    for school in all { own[area(firms.building(of: school))].append(school) }
    for place in middles.indices where own[place].isEmpty {
      let nearest = all.map { school in
        (school, position(firms.building(of: school)).squareDistance(middles[place]))
      }.min { ($0.1, $0.0) < ($1.1, $1.0) }
      if let nearest { own[place] = [nearest.0] }
    }
    schools = own.map { schools in
      (
        schools.map(Int32.init), schools.map { firms.list[$0].from },
        CumulativeWeights(
          schools.map { Int(firms.places.premises[Int(firms.list[$0].premises)].area) })
      )
    }
  }

  /// A school of a district that is there on a day; nil for the exceptions, and where there is none.
  func school(bits: UInt64, _ area: Int16, on day: Int32) -> Int32? {
    var draw = Draw(bits, 2)
    guard area >= 0, draw.below(100) >= Self.exceptions else { return nil }
    let (firms, from, weights) = schools[Int(area)]
    guard !firms.isEmpty else { return nil }
    let place = weights.draw(&draw)
    if from[place] <= day { return firms[place] }
    return firms.indices.first { from[$0] <= day }.map { firms[$0] }
  }
}
