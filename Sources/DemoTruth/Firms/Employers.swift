/// Who takes on staff: firms by kind of work, each as often as it has staff.
package struct Employers: Sendable {
  /// The firms of some sections, by community, with their staff as weights.
  private struct Market: Sendable {
    var firms: [Int32]
    var weights: CumulativeWeights
    var communities: SpanIndex
  }

  /// Of a hundred people 30 work in the community where they live, if there is work (assumption).
  private static let near = 30

  private let list: [Firm]
  private let markets: [Market]

  /// - Parameters:
  ///   - sections: the sections of GB/T 4754 of each market, as letters; empty for all.
  ///   - communities: how many there are.
  ///   - community: the place of the community of a building.
  package init(
    _ firms: Firms, sections: [String], communities: Int, community: (Int32) -> Int32
  ) {
    list = firms.list
    let place = firms.list.indices.map { community(firms.building(of: $0)) }
    markets = sections.map { letters in
      let owners = firms.list.indices.map { index -> Int32 in
        guard firms.list[index].staff > 0 else { return -1 }
        return letters.isEmpty || letters.contains(firms.trade(of: index).section)
          ? place[index] : -1
      }
      let (index, order) = SpanIndex.order(count: communities, owners: owners)
      return Market(
        firms: order, weights: CumulativeWeights(order.map { Int(firms.list[Int($0)].staff) }),
        communities: index)
    }
  }

  /// A firm of a market that is open on a day: its place in `firms`, or -1.
  ///
  /// - Parameters:
  ///   - bits: random bits of the one who looks for work.
  ///   - community: the place of the community where they live.
  package func firm(of market: Int, bits: UInt64, community: Int32, on day: Int32) -> Int32 {
    let market = markets[market]
    guard !market.firms.isEmpty else { return -1 }
    var draw = Draw(bits, 0)
    let isNear = draw.below(100) < Self.near
    // About half of the firms of eleven years are open on one day.
    for attempt in 0..<48 {
      let place: Int
      if isNear, attempt < 8,
        let own = market.weights.draw(&draw, among: market.communities[Int(community)])
      {
        place = own
      } else {
        place = market.weights.draw(&draw)
      }
      let firm = market.firms[place]
      if list[Int(firm)].isOpen(on: day) { return firm }
    }
    return market.firms.first { list[Int($0)].isOpen(on: day) } ?? -1
  }
}
