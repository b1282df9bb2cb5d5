import Datasets
import DemoTruth
import Geometry

extension RowMaker {
  /// The values of a row that the truth has, with its place in the file's reference system.
  func row(_ number: Int, month: Int, of view: DepartmentView) -> DemoRow {
    let values = view.values(number, month: month)
    if let shape, shape.type != .point, let outline = view.outline(number) {
      let position = outline.shape.anchor ?? Coordinate(x: 0, y: 0)
      var row = DemoRow(values: values, cell: outline.grid, position: position)
      row.geometry = outline.shape.converted(shape.maker.convert).bytes
      return row
    }
    guard place != nil || shape != nil, let found = view.position(number, month: month) else {
      return DemoRow(values: values, cell: 0, position: Coordinate(x: 0, y: 0), isPlaced: false)
    }
    var row = DemoRow(values: values, cell: found.grid, position: found.position)
    if let place { write(found.position, place, &row) }
    if let shape {
      row.geometry = WellKnownBinary.encode(shape.maker.convert(found.position))
      if place == nil, let (x, y) = view.coordinates {
        write(found.position, (x, y, shape.maker), &row)
      }
    }
    return row
  }

  /// The code of the unit that a field of a row of the truth names; nil where it names none of the level.
  func unit(of row: DemoRow, field: String, _ level: DivisionLevel) -> String? {
    guard let index = manifest.fields.firstIndex(where: { $0.name == field }),
      case .text(let code) = row.values[index], view?.isUnit(code, level) == true
    else { return nil }
    return code
  }
}

extension MultiPolygon {
  /// The same area in another reference system.
  func converted(_ convert: (Coordinate) -> Coordinate) -> MultiPolygon {
    MultiPolygon(
      polygons.map { polygon in
        Polygon(rings: polygon.rings.map { Ring($0.coordinates.map(convert)) })
      })
  }
}
