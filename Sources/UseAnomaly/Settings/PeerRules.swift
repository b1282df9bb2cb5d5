/// With which homes a home is compared.
package struct PeerRules: Sendable, Equatable {
  /// The limits of the bands of floor area in square metres, ascending: a band holds its upper limit.
  package var areas: [Double]
  /// How many with use there must be, the home itself too.
  package var least: Int
  /// The deviation is taken as no smaller than this, in logarithms.
  package var floor: Double

  package init(areas: [Double], least: Int, floor: Double) {
    (self.areas, self.least, self.floor) = (areas, least, floor)
  }

  /// The band of an area, from 0; that of an unknown one is a band of its own.
  func band(_ area: Double?) -> Int {
    guard let area else { return -1 }
    return areas.firstIndex { area <= $0 } ?? areas.count
  }
}
