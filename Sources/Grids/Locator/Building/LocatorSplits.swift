import Geometry

/// Where the four columns, or rows, of parts of a divided square begin, and where the last ends.
struct LocatorSplits {
  private let places: SIMD8<Double>

  /// Divides a range; nil when it holds too few doubles for that.
  init?(dividing range: ClosedRange<Double>) {
    var places = SIMD8<Double>(repeating: range.upperBound)
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
}

extension Box {
  /// The box over a range along each axis.
  init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    self.init(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }
}
