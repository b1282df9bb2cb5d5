/// Makes well-known binary, little-endian.
enum WKBBytes {
  static func point(_ x: Double, _ y: Double) -> [UInt8] { [1, 1, 0, 0, 0] + position((x, y)) }

  static func line(_ positions: [(Double, Double)]) -> [UInt8] {
    [1, 2, 0, 0, 0] + list(positions)
  }

  static func polygon(_ rings: [[(Double, Double)]]) -> [UInt8] {
    [1, 3, 0, 0, 0] + SyntheticShapefile.little(rings.count) + rings.flatMap(list)
  }

  private static func list(_ positions: [(Double, Double)]) -> [UInt8] {
    SyntheticShapefile.little(positions.count) + positions.flatMap(position)
  }

  private static func position(_ position: (Double, Double)) -> [UInt8] {
    SyntheticShapefile.double(position.0) + SyntheticShapefile.double(position.1)
  }
}
