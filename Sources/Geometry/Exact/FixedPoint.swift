/// Inverts a small shift of positions that has no closed inverse.
enum FixedPoint {
  /// The position whose image under `shift` is `target`.
  ///
  /// The difference of the images is taken off until it no longer changes anything:
  /// three or four rounds for shifts of some hundred metres.
  ///
  /// - Parameter start: a position near the answer.
  static func inverse(
    of target: Coordinate, from start: Coordinate, shift: (Coordinate) -> Coordinate
  ) -> Coordinate {
    var result = start
    for _ in 0..<20 {
      let image = shift(result)
      let dx = image.x - target.x
      let dy = image.y - target.y
      result.x -= dx
      result.y -= dy
      if abs(dx) < 1e-13, abs(dy) < 1e-13 { break }
    }
    return result
  }
}
