/// Where the four columns, or rows, of parts of a square begin, and where the last ends.
///
/// A pointer to where a `SquareSource` holds them: a copy for each square, and for each place that is
/// asked for, is what most of the time would go to.
struct PartStarts {
  private let places: UnsafeBufferPointer<Double>

  /// Those of a column or row of squares, of the starts of all.
  init(_ starts: UnsafeBufferPointer<Double>, square: Int) {
    places = UnsafeBufferPointer(rebasing: starts[4 * square...4 * square + 4])
  }

  /// Where a part begins; the fourth is where the last ends.
  @inline(__always)
  subscript(_ part: Int) -> Double { places[part] }

  /// A part with both its ends.
  @inline(__always)
  func part(_ part: Int) -> ClosedRange<Double> {
    ClosedRange(uncheckedBounds: (places[part], places[part + 1]))
  }

  /// The parts that a range meets which meets the square.
  @inline(__always)
  func parts(meeting range: ClosedRange<Double>) -> ClosedRange<Int> {
    var first = 0
    while first < 3 && places[first + 1] < range.lowerBound { first += 1 }
    var last = 3
    while last > first && places[last] > range.upperBound { last -= 1 }
    return ClosedRange(uncheckedBounds: (first, last))
  }

  /// The whole square.
  @inline(__always)
  var range: ClosedRange<Double> { ClosedRange(uncheckedBounds: (places[0], places[4])) }
}
