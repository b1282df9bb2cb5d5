import Geometry

/// Puts streets, communities and grids into their order, and gives them codes and names.
///
/// Codes follow the rules of the statistical division code: streets from 001, towns from 100,
/// communities from 001, villages from 200. Grids are counted from west to east and from north to
/// south within their community (DB11 unit grids; GB/T 30428.1): in bands from the north.
struct DivisionPlan {
  private(set) var grids: [GridCell] = []
  private(set) var communities: [DivisionUnit] = []
  private(set) var streets: [DivisionUnit] = []
  /// The place of each face's grid.
  private(set) var gridOfFace: [Int32]

  private struct Group {
    var number: Int
    var centre: Coordinate
    var urban: Double
    var faces: [Int]
  }

  init(plan: GroundPlan, metric: Subdivision, degrees: [Coordinate], names: GroundNames) {
    gridOfFace = Array(repeating: -1, count: metric.first.count)
    let byStreet = Self.groups(plan.street, plan.division.streetCount, plan, metric)
    let rural = byStreet.sorted {
      $0.urban != $1.urban ? $0.urban < $1.urban : $0.number < $1.number
    }
    .prefix(3).map(\.number)
    let ordered =
      Self.inOrder(byStreet.filter { !rural.contains($0.number) })
      + Self.inOrder(byStreet.filter { rural.contains($0.number) })
    let communityGroups = Self.groups(plan.community, plan.division.communityCount, plan, metric)
    let gridGroups = Self.groups(plan.grid, plan.division.gridCount, plan, metric)
    func boundary(_ faces: [Int], _ owner: [Int], _ number: Int) -> MultiPolygon {
      let rings = metric.outline(of: faces) { $0 >= 0 && owner[$0] == number }
      return MultiPolygon(outline: rings.map { $0.map { degrees[$0] } })
    }
    var towns = 0
    for group in ordered {
      let isTown = rural.contains(group.number)
      let place = streets.count
      let number = isTown ? 100 + towns : place + 1
      towns += isTown ? 1 : 0
      let code = plan.division.code + Digits.padded(number, 3)
      let members = communityGroups.filter { plan.street[$0.faces[0]] == group.number }
      let start = grids.count
      let villages = members.filter { $0.urban < 0.2 }
      let all = Self.inOrder(members.filter { $0.urban >= 0.2 }) + Self.inOrder(villages)
      var counts = (0, 0)
      for one in all {
        let isVillage = one.urban < 0.2
        let last = isVillage ? 200 + counts.1 : 1 + counts.0
        if isVillage { counts.1 += 1 } else { counts.0 += 1 }
        let communityCode = code + Digits.padded(last, 3)
        let name = names.community(communities.count, isVillage: isVillage)
        let first = grids.count
        let cells = Self.inOrder(gridGroups.filter { plan.community[$0.faces[0]] == one.number })
        for (sequence, cell) in cells.enumerated() {
          for face in cell.faces { gridOfFace[face] = Int32(grids.count) }
          grids.append(
            GridCell(
              code: communityCode + Digits.padded(sequence + 1, 3),
              name: "\(name)第\(ChineseNumeral.text(sequence + 1))网格",
              community: Int32(communities.count), street: Int32(place),
              blocks: cell.faces.map(Int32.init), urban: Float(cell.urban),
              boundary: boundary(cell.faces, plan.grid, cell.number)))
        }
        communities.append(
          DivisionUnit(
            code: communityCode, name: name, street: Int32(place), grids: first..<grids.count,
            isRural: isVillage, boundary: boundary(one.faces, plan.community, one.number)))
      }
      streets.append(
        DivisionUnit(
          code: code, name: names.street(place, isTown: isTown), street: Int32(place),
          grids: start..<grids.count, isRural: isTown,
          boundary: boundary(group.faces, plan.street, group.number)))
    }
  }

  private static func groups(
    _ owner: [Int], _ count: Int, _ plan: GroundPlan, _ metric: Subdivision
  ) -> [Group] {
    var groups = (0..<count).map {
      Group(number: $0, centre: Coordinate(x: 0, y: 0), urban: 0, faces: [])
    }
    var areas = Array(repeating: 0.0, count: count)
    for face in owner.indices where owner[face] >= 0 {
      let ring = metric.loop(face).map(metric.start)
      let area = GroundPlan.area(ring)
      let flat = GroundPlan.centre(plan.plan.loop(face).map(plan.plan.start))
      let number = owner[face]
      groups[number].faces.append(face)
      groups[number].centre = groups[number].centre + GroundPlan.centre(ring) * area
      groups[number].urban += plan.terrain.urban(flat) * area
      areas[number] += area
    }
    for index in groups.indices where areas[index] > 0 {
      groups[index].centre = groups[index].centre * (1 / areas[index])
      groups[index].urban /= areas[index]
    }
    return groups
  }

  /// In bands from the north, each from west to east.
  private static func inOrder(_ groups: [Group]) -> [Group] {
    let sorted = groups.sorted {
      $0.centre.y != $1.centre.y ? $0.centre.y > $1.centre.y : $0.number < $1.number
    }
    let band = bandSize(groups.count)
    var result: [Group] = []
    for start in stride(from: 0, to: sorted.count, by: band) {
      result += sorted[start..<min(start + band, sorted.count)].sorted {
        $0.centre.x != $1.centre.x ? $0.centre.x < $1.centre.x : $0.number < $1.number
      }
    }
    return result
  }

  /// How many units a band from west to east has: the root of their number, rounded up.
  static func bandSize(_ count: Int) -> Int {
    var size = 1
    while size * size < count { size += 1 }
    return size
  }
}
