import Geometry

/// Draws the ground as SVG, for eyes that check it.
package struct GroundPicture {
  private let ground: Ground
  /// What is shown, in metres from the district's middle.
  private let left: Double
  private let top: Double
  private let width: Double
  private let height: Double

  /// - Parameters:
  ///   - centre: east and north of the district's middle, in metres; the whole district where nil.
  ///   - width: in metres.
  package init(_ ground: Ground, centre: (Double, Double)? = nil, width: Double = 16_000) {
    self.ground = ground
    self.width = width
    height = width * 0.8
    left = (centre?.0 ?? 0) - width / 2
    top = -(centre?.1 ?? 0) - height / 2
  }

  /// The picture; grids are lines of their own where asked for.
  package func svg(showsGrids: Bool = false) -> String {
    var text =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='\(left) \(top) \(width) \(height)' "
      + "width='1900' height='1520'><rect x='\(left)' y='\(top)' width='\(width)' "
      + "height='\(height)' fill='#dfe3e6'/>"
    for shape in Self.rings(ground.district.boundary) { text += polygon(shape, "#f3efe7") }
    for layer in [ground.baseGreen, ground.baseWater] {
      for feature in layer {
        for ring in Self.rings(feature.shape) { text += polygon(ring, Self.fill(feature)) }
      }
    }
    let roads = ground.roads.sorted { $0.kind.rawValue > $1.kind.rawValue }
    for road in roads where road.kind != .track {
      text += line(road.line, "#c9c2b4", road.kind.width + 3)
    }
    for lane in ground.villageLanes { text += line(lane, "#ffffff", 4) }
    for road in roads {
      let colour =
        switch road.kind {
        case .expressway: "#f0a35e"
        case .main: "#f8d48a"
        case .secondary: "#fdf3c4"
        case .track: "#e3dccb"
        case .lane, .village: "#ffffff"
        }
      text += line(road.line, colour, road.kind.width)
    }
    for building in ground.buildings where building.razed == .max {
      text +=
        "<polygon points='\(points(building.ring))' fill='\(Self.fill(building.kind))' stroke='#8d8478' stroke-width='0.6'/>"
    }
    if showsGrids {
      for grid in ground.grids {
        for ring in Self.rings(grid.boundary) {
          text +=
            "<polygon points='\(points(ring))' fill='none' stroke='#c02060' stroke-width='\(width / 1_500)'/>"
        }
      }
    }
    if width < 6_000 {
      for road in ground.roads where !road.name.isEmpty && road.length > 150 {
        let middle = road.line[road.line.count / 2]
        text +=
          "<text x='\(middle.x)' y='\(-middle.y)' font-size='\(width / 140)' fill='#444'>\(road.name)</text>"
      }
    }
    return text + "</svg>"
  }

  private static func rings(_ area: MultiPolygon) -> [[Coordinate]] {
    area.rings.map { $0.coordinates.map(Terrain.metres) }
  }

  private static func rings(_ shape: Shape) -> [[Coordinate]] {
    if case .area(let area) = shape { rings(area) } else { [] }
  }

  private func points(_ ring: [Coordinate]) -> String {
    ring.map { "\(Digits.decimal($0.x, places: 1)),\(Digits.decimal(-$0.y, places: 1))" }
      .joined(separator: " ")
  }

  private func polygon(_ ring: [Coordinate], _ fill: String) -> String {
    "<polygon points='\(points(ring))' fill='\(fill)'/>"
  }

  private func line(_ line: [Coordinate], _ colour: String, _ width: Double) -> String {
    "<polyline points='\(points(line))' fill='none' stroke='\(colour)' stroke-width='\(width)' "
      + "stroke-linecap='round' stroke-linejoin='round'/>"
  }

  private static func fill(_ feature: BaseFeature) -> String {
    switch feature.kind {
    case "river", "canal", "lake", "pond": "#a5c9e6"
    case "woodland": "#b9d3a4"
    case "orchard": "#d3e0b0"
    case "farmland": "#eaedcf"
    case "riverside": "#c6e0b4"
    default: "#bfe0b0"
    }
  }

  private static func fill(_ kind: Building.Kind) -> String {
    switch kind {
    case .flats, .villa, .dormitory, .careHome: "#d9cdbb"
    case .villageHouse, .oldHouse: "#d3c2ae"
    case .mixed, .shops, .hall: "#e3b9a0"
    case .office, .government, .culture: "#c3c1d8"
    case .factory, .storage, .utility: "#c2c7cc"
    case .school, .kindergarten: "#e6d79a"
    case .hospital: "#e5b5b5"
    case .farm: "#e8ece8"
    case .site: "#c9b458"
    }
  }
}
