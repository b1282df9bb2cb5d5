import Geometry

extension Ground {
  /// The rings around the grids of a unit, closed; shells run counter-clockwise.
  func rings(of level: DivisionLevel, _ unit: Int) -> [[Coordinate]] {
    let members: [Int] =
      switch level {
      case .district: Array(cells.indices)
      case .street: streets[unit].cells
      case .community: communities[unit].cells
      case .grid: [unit]
      }
    if members.count == 1 {
      return [lattice.border(cells[members[0]].column, cells[members[0]].row)]
    }
    return Self.outline(members.map { lattice.sides(cells[$0].column, cells[$0].row) })
  }

  /// Joins the sides that only one of the grids has, end to start.
  private static func outline(_ grids: [[[Coordinate]]]) -> [[Coordinate]] {
    let sides = grids.flatMap(\.self)
    let known = Set(sides)
    let outer = sides.filter { !known.contains($0.reversed()) }
    var from: [Coordinate: [Int]] = [:]
    for (index, side) in outer.enumerated() { from[side[0], default: []].append(index) }
    var isUsed = Array(repeating: false, count: outer.count)
    var rings: [[Coordinate]] = []
    for start in outer.indices where !isUsed[start] {
      var ring: [Coordinate] = [outer[start][0]]
      var at = start
      while !isUsed[at] {
        isUsed[at] = true
        ring += outer[at].dropFirst()
        guard let end = outer[at].last, end != ring[0],
          let next = from[end]?.first(where: { !isUsed[$0] })
        else { break }
        at = next
      }
      rings.append(ring)
    }
    return rings
  }
}
