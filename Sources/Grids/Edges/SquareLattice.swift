import Geometry

/// A lattice of squares over a box, each divided into `fineness` by `fineness` parts.
///
/// The part of a position is computed in floating point, so the parts are
/// defined by that computation, not by a formula for their corners: `columnStart`
/// and `rowStart` hold the least ordinates that fall into each column and row of parts,
/// found by trying neighbouring doubles. A part is
/// [columnStart[i], columnStart[i+1]) × [rowStart[j], rowStart[j+1]), the last ones
/// closed.
struct SquareLattice: Sendable {
  /// Into how many columns and rows of parts a square is divided.
  static let fineness = 4

  let box: Box
  /// The number of columns of squares.
  let columns: Int
  /// The number of rows of squares.
  let rows: Int
  /// Columns of parts per unit of `x`; 0 where there is but one column of squares.
  let scaleX: Double
  /// Rows of parts per unit of `y`; 0 where there is but one row of squares.
  let scaleY: Double
  let columnStart: ContiguousArray<Double>
  let rowStart: ContiguousArray<Double>

  /// Divides a box into about as many squares as wanted, as square as its shape allows.
  init(over box: Box, squares: Double) {
    self.box = box
    let ratio = box.height > 0 && box.width > 0 ? box.width / box.height : 1
    let wanted = (squares * min(max(ratio, 1 / squares), squares)).squareRoot()
    columns = Self.usable(wanted, extent: box.width, limit: squares)
    rows = Self.usable(squares / wanted, extent: box.height, limit: squares)
    scaleX = columns == 1 ? 0 : Double(columns * Self.fineness) / box.width
    scaleY = rows == 1 ? 0 : Double(rows * Self.fineness) / box.height
    columnStart = Self.starts(box.minX...box.maxX, count: columns * Self.fineness, scale: scaleX)
    rowStart = Self.starts(box.minY...box.maxY, count: rows * Self.fineness, scale: scaleY)
  }

  /// The column of squares of an ordinate inside the box.
  @inline(__always)
  func column(_ x: Double) -> Int {
    Self.part(x, box.minX, scaleX, columns * Self.fineness) / Self.fineness
  }

  /// The row of squares of an ordinate inside the box.
  @inline(__always)
  func row(_ y: Double) -> Int {
    Self.part(y, box.minY, scaleY, rows * Self.fineness) / Self.fineness
  }

  /// Where a column of squares begins; where the box ends, for the one after the last.
  func start(ofColumn column: Int) -> Double {
    column < columns ? columnStart[column * Self.fineness] : box.maxX
  }

  /// Where a row of squares begins; where the box ends, for the one after the last.
  func start(ofRow row: Int) -> Double {
    row < rows ? rowStart[row * Self.fineness] : box.maxY
  }

  /// Never decreases with `value`: each operation rounds monotonically.
  @inline(__always)
  static func part(_ value: Double, _ least: Double, _ scale: Double, _ count: Int) -> Int {
    min(max(Int((value - least) * scale), 0), count - 1)
  }

  private static func usable(_ wanted: Double, extent: Double, limit: Double) -> Int {
    let count = Int(min(max(wanted, 1), limit))
    // An extent so small that the scale is no number, or that has fewer doubles
    // than columns, is not worth dividing.
    let isDivisible = extent > 0 && (Double(count * fineness) / extent).isFinite
    return isDivisible ? count : 1
  }

  private static func starts(
    _ extent: ClosedRange<Double>, count: Int, scale: Double
  ) -> ContiguousArray<Double> {
    let least = extent.lowerBound
    var starts: ContiguousArray<Double> = [least]
    if scale == 0 {
      // Nothing falls into the other parts.
      return starts + repeatElement(extent.upperBound, count: count - 1)
    }
    for place in 1..<max(count, 1) {
      // Halve the doubles between one that lies before the start and one that does not;
      // near zero there are far too many of them to step through.
      let guess = least + Double(place) / scale
      let slack = 0x1p-48 * (least.magnitude + guess.magnitude)
      var before = orderedBits(max(least, guess - slack))
      var after = orderedBits(guess + slack)
      if part(max(least, guess - slack), least, scale, count) >= place {
        before = orderedBits(least)
      }
      while before + 1 < after {
        let middle = (before >> 1) + (after >> 1) + (before & after & 1)
        if part(double(orderedBits: middle), least, scale, count) >= place {
          after = middle
        } else {
          before = middle
        }
      }
      // What nothing falls into begins and ends where the box ends.
      starts.append(min(double(orderedBits: after), extent.upperBound))
    }
    return starts
  }

  /// A whole number that grows with the value: consecutive doubles have consecutive ones.
  private static func orderedBits(_ value: Double) -> Int64 {
    let bits = Int64(bitPattern: value.bitPattern)
    return bits < 0 ? Int64.min - bits : bits
  }

  private static func double(orderedBits: Int64) -> Double {
    let bits = orderedBits < 0 ? Int64.min - orderedBits : orderedBits
    return Double(bitPattern: UInt64(bitPattern: bits))
  }
}
