import Geometry

/// Where the four columns, or rows, of parts of a square begin, and where the last ends.
struct LocatorSplits {
  // In line, where an array would be memory of its own for every square.
  private let places: [5 of Double]

  /// Those of a column or row of squares, of all that begin and where the last ends.
  init(_ starts: UnsafeBufferPointer<Double>, square: Int) {
    let first = square * 4
    places = [
      starts[first], starts[first + 1], starts[first + 2], starts[first + 3], starts[first + 4],
    ]
  }

  /// Divides a range; nil when it holds too few doubles for that.
  init?(dividing range: ClosedRange<Double>) {
    var places = [5 of Double](repeating: range.upperBound)
    for part in 0..<4 {
      let share = Double(part) / 4
      places[part] = range.lowerBound * (1 - share) + range.upperBound * share
      if part > 0 && places[part] <= places[part - 1] { return nil }
    }
    guard places[3] < range.upperBound else { return nil }
    self.places = places
  }

  /// Where a part begins; the fourth is where the last ends.
  subscript(_ part: Int) -> Double { places[part] }

  /// A part with both its ends.
  func part(_ part: Int) -> ClosedRange<Double> { places[part]...places[part + 1] }

  /// The parts that a range meets which meets the square.
  func parts(meeting range: ClosedRange<Double>) -> ClosedRange<Int> {
    var first = 0
    while first < 3 && places[first + 1] < range.lowerBound { first += 1 }
    var last = 3
    while last > first && places[last] > range.upperBound { last -= 1 }
    return first...last
  }

  /// The whole square.
  var range: ClosedRange<Double> { places[0]...places[4] }
}

extension Box {
  /// The box over a range along each axis.
  init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    self.init(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }
}
