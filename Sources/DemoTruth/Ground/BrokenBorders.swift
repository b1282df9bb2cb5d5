import Geometry

/// The grids as a careless survey left them: with three faults that real sets of boundaries have.
package struct BrokenBorders: Sendable {
  /// What is wrong.
  package enum Kind: String, Sendable, CaseIterable {
    /// The first grid reaches over its neighbour's border in a strip.
    case overlap
    /// The first grid stays short of its neighbour, and a slit lies between them.
    case gap
    /// The grid was digitised twice: the second, last in the list, has a code of its own.
    case twice
  }

  /// One fault: the places of its grids in `grids`, the changed one first.
  package struct Fault: Sendable {
    package var kind: Kind
    package var grids: [Int]
    /// The area of the strip, slit or double ground, in square metres.
    package var area: Double
  }

  /// All grids of the ground, and the one that occurs twice.
  package private(set) var grids: [GridCell]
  package private(set) var faults: [Fault] = []

  package init(_ ground: Ground) {
    grids = ground.grids
    // The strip is 18 m wide, the slit 6 m: what a wrong line and a coarse one leave.
    shift(.overlap, by: 18, from: 140)
    shift(.gap, by: -6, from: 420)
    repeatOne(at: 300)
  }

  /// Moves the border that two grids share, for the first grid alone.
  private mutating func shift(_ kind: Kind, by distance: Double, from start: Int) {
    for place in start..<grids.count where grids[place].boundary.polygons.count == 1 {
      let ring = Array(grids[place].boundary.polygons[0].rings[0].coordinates.dropLast())
      for other in grids.indices
      where other != place && grids[other].community == grids[place].community {
        let theirs = Set(grids[other].boundary.rings.flatMap(\.coordinates))
        let isShared = ring.map(theirs.contains)
        // A run of five shared positions and more, whose ends stay; it begins after one that is not.
        guard let free = isShared.firstIndex(of: false) else { continue }
        let order = ring.indices.map { (free + $0) % ring.count }
        let run = order.drop { !isShared[$0] }.prefix { isShared[$0] }
        guard run.count >= 5, run.count == isShared.filter({ $0 }).count else { continue }
        var moved = ring
        for index in run.dropFirst().dropLast() {
          let (a, b) = (
            Terrain.metres(ring[(index + ring.count - 1) % ring.count]),
            Terrain.metres(ring[(index + 1) % ring.count])
          )
          moved[index] = Terrain.degrees(
            Terrain.metres(ring[index]) - (b - a).unit.left * distance)
        }
        let before = Ring(ring.map(Terrain.metres)).signedArea
        let after = Ring(moved.map(Terrain.metres)).signedArea
        grids[place].boundary = MultiPolygon([Polygon(rings: [Ring(moved)])])
        faults.append(Fault(kind: kind, grids: [place, other], area: abs(after - before)))
        return
      }
    }
  }

  private mutating func repeatOne(at place: Int) {
    var copy = grids[place]
    let ring = copy.boundary.polygons[0].rings[0].coordinates.dropLast()
    let stream = Draw.stream(7, "borders.twice")
    let moved = ring.enumerated().map { index, position in
      var draw = Draw(stream, index)
      let shift = Coordinate(x: draw.unit() * 2.4 - 1.2, y: draw.unit() * 2.4 - 1.2)
      return Terrain.degrees(Terrain.metres(position) + shift)
    }
    copy.boundary = MultiPolygon([Polygon(rings: [Ring(moved)])])
    let mates = grids.filter { $0.community == copy.community }.count
    copy.code = String(copy.code.dropLast(3)) + Digits.padded(mates + 1, 3)
    let stem = copy.name.prefix { $0 != "第" }
    copy.name = "\(stem)第\(ChineseNumeral.text(mates + 1))网格"
    grids.append(copy)
    let area = Ring(moved.map(Terrain.metres)).signedArea
    faults.append(Fault(kind: .twice, grids: [place, grids.count - 1], area: area))
  }
}
