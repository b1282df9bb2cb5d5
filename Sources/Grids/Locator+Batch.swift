public import Geometry

extension Locator {
  /// The locations of many positions, in their order.
  public func locate(_ points: [Coordinate]) -> [Location] {
    [Location](unsafeUninitializedCapacity: points.count) { buffer, count in
      points.withUnsafeBufferPointer { locate($0, into: buffer) }
      count = points.count
    }
  }

  /// Writes the location of each position to the same place of `locations`, whose memory
  /// need not be initialised.
  ///
  /// Squares are looked up for a block of positions before the first of them is answered,
  /// so that the processor waits for many loads at once.
  public func locate(
    _ points: UnsafeBufferPointer<Coordinate>, into locations: UnsafeMutableBufferPointer<Location>
  ) {
    precondition(
      locations.count >= points.count,
      "\(points.count) positions need as many places, not \(locations.count)")
    withExtendedLifetime(storage) { index.locate(points, into: locations) }
  }
}
