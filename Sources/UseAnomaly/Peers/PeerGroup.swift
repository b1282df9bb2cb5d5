/// The homes that a home is compared with: of one band of area in one building, estate or cell.
package struct PeerGroup: Sendable, Hashable {
  package enum Level: Int, Sendable, CaseIterable {
    case building, estate, cell
  }

  package var level: Level
  package var place: Int64
  /// The band of area, from 0; -1 for homes of unknown area.
  package var band: Int

  /// The groups of a home, the nearest first.
  static func all(of home: Home, _ rules: PeerRules) -> [PeerGroup] {
    let band = rules.band(home.area)
    var groups = [PeerGroup(level: .building, place: home.building, band: band)]
    if let estate = home.estate {
      groups.append(PeerGroup(level: .estate, place: estate, band: band))
    }
    groups.append(PeerGroup(level: .cell, place: home.cell, band: band))
    return groups
  }
}
