package import Geometry
import Time

/// What the registers of divisions say beside names and borders.
extension Ground {
  /// The area of an outline (degrees), in square metres.
  package func area(of outline: MultiPolygon) -> Double {
    outline.polygons.reduce(0) { sum, polygon in
      sum
        + polygon.rings.reduce(0) {
          // Shells run counter-clockwise, holes clockwise.
          $0 + Ring($1.coordinates.map(Terrain.metres)).signedArea
        }
    }
  }

  /// The day from which a division is in force: the district's foundation, or the last time that its
  /// streets were cut anew (between 2001 and 2013), or communities (2003 to 2015); assumption.
  package func validFrom(_ unit: DivisionUnit) -> Int32 {
    switch unit.code.utf8.count {
    case 6: return Int32(Day(number: 1996_12_12).ordinal)
    case 9: return validFrom(unit, years: 2001...2013)
    default: return max(validFrom(streets[Int(unit.street)]), validFrom(unit, years: 2003...2015))
    }
  }

  private func validFrom(_ unit: DivisionUnit, years: ClosedRange<Int>) -> Int32 {
    var draw = Draw(Draw.stream(seed, "division.from"), Int(unit.code) ?? 0)
    let month = draw.pick([1, 3, 6, 7, 9, 10, 12])
    return Int32(Day(number: draw.number(years) * 10_000 + month * 100 + 1).ordinal)
  }

  /// The class by `urban-rural-class.csv` (the rules of the statistics office, 国函〔2008〕60号): villages
  /// outside the built-up area 220, those that it has reached 112 and 122; the rest by street or town.
  package func urbanRuralClass(ofCommunity community: Int) -> String {
    let unit = communities[community]
    let isTown = streets[Int(unit.street)].isRural
    let urban = unit.grids.reduce(0) { $0 + grids[$1].urban } / Float(max(unit.grids.count, 1))
    if unit.isRural { return urban > 0.25 ? (isTown ? "122" : "112") : "220" }
    return isTown ? "121" : "111"
  }
}

extension Ground {
  /// A position (degrees) moved by metres.
  package func moved(_ position: Coordinate, east: Double, north: Double) -> Coordinate {
    let place = Terrain.metres(position)
    return Terrain.degrees(Coordinate(x: place.x + east, y: place.y + north))
  }
}
