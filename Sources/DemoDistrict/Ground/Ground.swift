import DemoTruth
import Geometry

/// The district on the ground: its grids under communities, streets and the district itself.
///
/// The district is invented; its division code 990101 belongs to no place.
struct Ground {
  static let code = Division.districtCode
  static let name = Division.district
  static let city = Division.city
  static let province = Division.province
  static let cellCount = 706

  let lattice: Lattice
  /// From west to east and north to south within each community.
  let cells: [GridCell]
  let communities: [DivisionUnit]
  let streets: [DivisionUnit]
  /// The running sums of the grids' densities, in millionths, to draw grids by people.
  private let shares: [Int]

  init(seed: UInt64) {
    lattice = Lattice(seed: seed)
    let plan = DivisionPlan(places: Self.places())
    let names = GroundNames(seed: seed)
    var cells: [GridCell] = []
    var communities: [DivisionUnit] = []
    var streets: [DivisionUnit] = []
    for (street, parts) in plan.streets.enumerated() {
      let streetCode = Self.code + Digits.padded(street + 1, 3)
      streets.append(
        DivisionUnit(code: streetCode, name: names.street(street), street: street, cells: []))
      for (number, places) in parts.enumerated() {
        let community = communities.count
        let code = streetCode + Digits.padded(number + 1, 3)
        var unit = DivisionUnit(
          code: code, name: names.community(community), street: street, cells: [])
        for (sequence, place) in Self.inOrder(places).enumerated() {
          unit.cells.append(cells.count)
          streets[street].cells.append(cells.count)
          cells.append(
            GridCell(
              column: place.column, row: place.row, community: community, street: street,
              code: code + Digits.padded(sequence + 1, 3),
              name: "\(unit.name)第\(Self.numeral(sequence + 1))网格",
              density: Self.density(place, seed: seed)))
        }
        communities.append(unit)
      }
    }
    self.cells = cells
    self.communities = communities
    self.streets = streets
    var sum = 0
    shares = cells.map { cell in
      sum += Int(cell.density * 1_000_000)
      return sum
    }
  }

  /// A grid, drawn as often as people live there.
  func cell(_ draw: inout Draw) -> Int {
    let wanted = draw.below(shares.last ?? 1)
    var low = 0
    var high = shares.count - 1
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A position well inside a grid, at least 10 m from its borders.
  func position(in cell: Int, _ draw: inout Draw) -> Coordinate {
    let place = cells[cell]
    return lattice.position(
      place.column, place.row, 0.2 + 0.6 * draw.unit(), 0.2 + 0.6 * draw.unit())
  }

  /// The places of the lattice that the district fills: all but its bitten corners.
  private static func places() -> [LatticePlace] {
    let cut = [
      (0, 0, 4), (Lattice.columns - 1, 0, 3), (0, Lattice.rows - 1, 4),
      (Lattice.columns - 1, Lattice.rows - 1, 3),
    ]
    var places: [LatticePlace] = []
    for row in 0..<Lattice.rows {
      for column in 0..<Lattice.columns {
        let isCut = cut.contains { corner in
          row == corner.1 && abs(column - corner.0) < corner.2
        }
        if !isCut { places.append(LatticePlace(column: column, row: row)) }
      }
    }
    return places
  }

  /// From west to east, and north to south in one column: how grids are numbered.
  private static func inOrder(_ places: [LatticePlace]) -> [LatticePlace] {
    places.sorted { $0.column != $1.column ? $0.column < $1.column : $0.row > $1.row }
  }

  /// Two towns and an even countryside: 0.2 to about 4.
  private static func density(_ place: LatticePlace, seed: UInt64) -> Double {
    let x = (Double(place.column) + 0.5) / Double(Lattice.columns)
    let y = (Double(place.row) + 0.5) / Double(Lattice.rows)
    let town = { (cx: Double, cy: Double, width: Double) in
      let square = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (width * width)
      return 1 / (1 + square * square)
    }
    var draw = Draw(Draw.stream(seed, "density"), place.row * 1_000 + place.column)
    let people = 2.4 * town(0.45, 0.52, 0.2) + 1.3 * town(0.76, 0.3, 0.12)
    return 0.2 + people * (0.6 + 0.8 * draw.unit())
  }

  static func numeral(_ number: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if number < 10 { return digits[number] }
    let tens = (number / 10 == 1 ? "" : digits[number / 10 % 10]) + "十"
    return number % 10 == 0 ? tens : tens + digits[number % 10]
  }
}
