import Geometry

/// Finds the nearest of many positions, of buildings or pieces of road, by cells of 200 m.
struct NearBuildings: Sendable {
  private static let cell = 200.0
  private let positions: [Coordinate]
  private var order: [Int32] = []
  private var starts: [Int32] = [0]
  private var columns = 1
  private var rows = 1
  private var origin = Coordinate(x: 0, y: 0)

  init(_ positions: [Coordinate]) {
    self.positions = positions
    guard let first = positions.first else { return }
    var (low, high) = (first, first)
    for position in positions {
      low = Coordinate(x: min(low.x, position.x), y: min(low.y, position.y))
      high = Coordinate(x: max(high.x, position.x), y: max(high.y, position.y))
    }
    origin = low
    columns = Int((high.x - low.x) / Self.cell) + 1
    rows = Int((high.y - low.y) / Self.cell) + 1
    starts = Array(repeating: 0, count: columns * rows + 1)
    let cells = positions.map { cell(of: $0) }
    for cell in cells { starts[cell + 1] += 1 }
    for cell in 0..<columns * rows { starts[cell + 1] += starts[cell] }
    var next = starts
    order = Array(repeating: 0, count: positions.count)
    for (index, cell) in cells.enumerated() {
      order[Int(next[cell])] = Int32(index)
      next[cell] += 1
    }
  }

  private func cell(of position: Coordinate) -> Int {
    let column = min(max(0, Int((position.x - origin.x) / Self.cell)), columns - 1)
    let row = min(max(0, Int((position.y - origin.y) / Self.cell)), rows - 1)
    return row * columns + column
  }

  func nearest(to position: Coordinate) -> Int32 {
    guard !order.isEmpty else { return -1 }
    let middle = cell(of: position)
    var best: (index: Int32, distance: Double) = (-1, .infinity)
    for reach in 1...2 where best.index < 0 {
      for row in max(0, middle / columns - reach)...min(rows - 1, middle / columns + reach) {
        for column in max(0, middle % columns - reach)...min(columns - 1, middle % columns + reach)
        {
          let cell = row * columns + column
          for place in starts[cell]..<starts[cell + 1] {
            let distance = positions[Int(order[Int(place)])].squareDistance(position)
            if distance < best.distance { best = (order[Int(place)], distance) }
          }
        }
      }
    }
    return best.index
  }
}
