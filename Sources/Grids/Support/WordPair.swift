import Geometry

/// A key that two 64-bit words stand for.
protocol WordPair: Equatable, Sendable {
  var words: (UInt64, UInt64) { get }
}

extension Coordinate: WordPair {
  var words: (UInt64, UInt64) { (x.bitPattern, y.bitPattern) }
}
