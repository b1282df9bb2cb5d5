import Geometry

/// A box in single precision that holds the box it was made from.
struct RTreeBox: BitwiseCopyable, Hashable {
  var minX: Float
  var maxX: Float
  var minY: Float
  var maxY: Float

  init(_ box: Box) {
    minX = Self.down(box.minX)
    maxX = Self.up(box.maxX)
    minY = Self.down(box.minY)
    maxY = Self.up(box.maxY)
  }

  /// Grows the box just enough to hold `other`.
  mutating func extend(by other: RTreeBox) {
    minX = min(minX, other.minX)
    maxX = max(maxX, other.maxX)
    minY = min(minY, other.minY)
    maxY = max(maxY, other.maxY)
  }

  /// The place of the centre on a Hilbert curve over the whole earth: the same for a box wherever
  /// and with whatever others it is indexed.
  ///
  /// A cell of the curve is 9 mm of latitude in degrees, and 16 mm in metres; positions outside
  /// ±180 degrees or ±33,554 km lie on the border.
  func place(isGeographic: Bool) -> UInt64 {
    let half = isGeographic ? 180.0 : 33_554_432.0
    return HilbertCurve.index(
      x: Self.cell((Double(minX) + Double(maxX)) / 2, half),
      y: Self.cell((Double(minY) + Double(maxY)) / 2, half))
  }

  @inline(__always)
  private static func cell(_ ordinate: Double, _ half: Double) -> UInt32 {
    let scaled = (ordinate + half) / (2 * half) * 4_294_967_296
    return scaled >= 4_294_967_295 ? .max : scaled > 0 ? UInt32(scaled) : 0
  }

  /// The greatest single that is not above `value`, or the one below it.
  @inline(__always)
  static func down(_ value: Double) -> Float {
    let single = Float(value)
    guard Double(single) > value else { return single }
    return Float(value * (value < 0 ? away : towards))
  }

  /// The least single that is not below `value`, or the one above it.
  @inline(__always)
  static func up(_ value: Double) -> Float {
    let single = Float(value)
    guard Double(single) < value else { return single }
    return Float(value * (value < 0 ? towards : away))
  }

  /// SQLite's factors: a step of single precision towards zero and away from it.
  private static let towards = 1.0 - 1.0 / 8_388_608.0
  private static let away = 1.0 + 1.0 / 8_388_608.0
}
