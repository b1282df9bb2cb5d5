package import Geometry

/// Which schools the children of each community go to: near ones, and no school gets more than it has
/// room for, as far as the distances allow.
///
/// The chance of a school falls with the square of its distance (a gravity model: Huff 1963); the
/// schools' weights are set in thirty rounds so that each is chosen as often as its area says.
package struct Catchments: Sendable {
  private static let rounds = 30
  /// Of the nearest schools, so many are chosen from.
  private static let choice = 12

  private struct Site: Sendable {
    var firm: Int32
    var from: Int32
    var area: Double
    var position: Coordinate
  }

  /// By community: the schools and how often each is chosen.
  private let chosen: [(firms: [Int32], from: [Int32], weights: CumulativeWeights)]

  /// The catchments of one stage.
  ///
  /// - Parameters:
  ///   - code: the class of its schools (GB/T 4754): 8310, 8321, 8331, 8334.
  ///   - isOfStage: whether a school of the class is one of the stage; all are where none is.
  ///   - communities: where the people of each community live, in metres, and how many they are.
  ///   - position: where a building is, in metres.
  package init(
    _ firms: Firms, code: String, communities: [(middle: Coordinate, people: Double)],
    isOfStage: (Int) -> Bool = { _ in true }, position: (Int32) -> Coordinate
  ) {
    let trade = Trade.place(code)
    let all = firms.list.indices.filter { Int(firms.list[$0].trade) == trade }
    let own = all.filter(isOfStage)
    let sites = (own.isEmpty ? all : own).map { index in
      let firm = firms.list[index]
      return Site(
        firm: Int32(index), from: firm.from,
        area: Double(firms.places.premises[Int(firm.premises)].area),
        position: position(firms.building(of: index)))
    }
    let total = max(sites.reduce(0) { $0 + $1.area }, 1)
    let people = max(communities.reduce(0) { $0 + $1.people }, 1)
    let near = communities.map { community in
      Array(
        sites.indices.map {
          (site: $0, square: sites[$0].position.squareDistance(community.middle))
        }
        .sorted { ($0.square, $0.site) < ($1.square, $1.site) }.prefix(Self.choice))
    }
    var strength = sites.map { $0.area / total }
    func shares(_ community: Int) -> [Double] {
      let pulls = near[community].map { strength[$0.site] / ($0.square + 90_000) }
      let sum = pulls.reduce(0, +)
      return pulls.map { sum > 0 ? $0 / sum : 0 }
    }
    for _ in 0..<Self.rounds {
      var pupils = Array(repeating: 0.0, count: sites.count)
      for community in communities.indices {
        for (one, share) in zip(near[community], shares(community)) {
          pupils[one.site] += share * communities[community].people / people
        }
      }
      for site in sites.indices where pupils[site] > 0 {
        strength[site] *= sites[site].area / total / pupils[site]
      }
    }
    chosen = communities.indices.map { community in
      let own = near[community].map { sites[$0.site] }
      return (
        own.map(\.firm), own.map(\.from),
        CumulativeWeights(shares(community).map { Int($0 * 1e6) + 1 })
      )
    }
  }

  /// A school that is there on a day: its place in `firms`, or -1 where none of the near ones is.
  package func school(bits: UInt64, community: Int32, on day: Int32) -> Int32 {
    let (firms, from, weights) = chosen[Int(community)]
    guard !firms.isEmpty else { return -1 }
    var draw = Draw(bits, 1)
    for _ in 0..<12 {
      let place = weights.draw(&draw)
      if from[place] <= day { return firms[place] }
    }
    return firms.indices.first { from[$0] <= day }.map { firms[$0] } ?? -1
  }
}
