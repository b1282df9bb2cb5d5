import Foundation
import Geometry
import Gewu

/// Cells written out by hand, as a file to load and as something to ask by brute force.
struct Patchwork {
  /// One cell: its ring without the closing position.
  struct Cell {
    var code: String
    var name: String
    var street: String
    var ring: [Coordinate]
  }

  var cells: [Cell]

  /// `side` × `side` squares of 0.01 degrees as ``Sample/lattice(side:changing:)`` makes them.
  init(side: Int) {
    cells = (0..<side * side).map { number in
      let (row, column) = (number / side, number % side)
      return Cell(
        code: "G\(row)\(column)", name: "格\(row)\(column)",
        street: "S\(column < side / 2 ? 0 : 1)",
        ring: [(0, 0), (1, 0), (1, 1), (0, 1)].map {
          Coordinate(x: Self.line(column + $0.0, from: 116), y: Self.line(row + $0.1, from: 39))
        })
    }
  }

  /// A line of the lattice.
  static func line(_ number: Int, from origin: Int) -> Double {
    Double(origin * 100 + number) / 100
  }

  /// Changes the cell of a code.
  mutating func change(_ code: String, _ work: (inout Cell) -> Void) {
    for index in cells.indices where cells[index].code == code { work(&cells[index]) }
  }

  /// The file.
  var geoJSON: String {
    Sample.collection(
      cells.map { cell in
        let ring = (cell.ring + [cell.ring[0]]).map { "[\($0.x),\($0.y)]" }
        return """
          {"type":"Feature","properties":{"code":"\(cell.code)","name":"\(cell.name)",\
          "street":"\(cell.street)"},"geometry":{"type":"Polygon","coordinates":\
          [[\(ring.joined(separator: ","))]]}}
          """
      })
  }

  /// The cell that a position off all borders is in, by counting crossings cell by cell.
  func cell(at position: Coordinate) -> String? {
    cells.first { cell in
      var isInside = false
      for (index, a) in cell.ring.enumerated() {
        let b = cell.ring[(index + 1) % cell.ring.count]
        if (a.y > position.y) != (b.y > position.y),
          position.x < a.x + (position.y - a.y) / (b.y - a.y) * (b.x - a.x)
        {
          isInside.toggle()
        }
      }
      return isInside
    }?.code
  }

  /// Loads the cells as the grid level, and activates them where that is asked for.
  @discardableResult
  func load(into sample: Sample, activates: Bool = true) throws -> GridLoadReport {
    try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(geoJSON, as: "patchwork.geojson"), level: "grid", codeField: "code",
        nameField: "name", parentField: "street", activates: activates))
  }
}
