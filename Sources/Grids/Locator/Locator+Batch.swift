public import Geometry

extension Locator {
  /// The locations of many positions, in their order.
  ///
  /// - Parameter threads: how many threads to share the work among; the answers do not depend on
  ///   it.
  public func locate(_ points: [Coordinate], threads: Int = 1) -> [Location] {
    [Location](unsafeUninitializedCapacity: points.count) { buffer, count in
      points.withUnsafeBufferPointer { locate($0, into: buffer, threads: threads) }
      count = points.count
    }
  }

  /// Writes the location of each position to the same place of `locations`, whose memory
  /// need not be initialised.
  ///
  /// Each step of a look-up is taken for a block of positions before the next one, so that the
  /// processor waits for many loads at once.
  ///
  /// - Parameter threads: how many threads to share the work among; the answers do not depend on
  ///   it.
  public func locate(
    _ points: UnsafeBufferPointer<Coordinate>, into locations: UnsafeMutableBufferPointer<Location>,
    threads: Int = 1
  ) {
    precondition(
      locations.count >= points.count,
      "\(points.count) positions need as many places, not \(locations.count)")
    precondition(threads > 0, "at least one thread has to do the work")
    let share = 1 << 14
    if threads == 1 || points.count <= share {
      return withExtendedLifetime(storage) { index.locate(points, into: locations) }
    }
    // Every worker writes places of its own, so the buffers may be shared.
    nonisolated(unsafe) let points = points
    nonisolated(unsafe) let locations = locations
    WorkShares.forEach(below: (points.count + share - 1) / share, threads: threads) { number in
      let range = number * share..<min((number + 1) * share, points.count)
      withExtendedLifetime(storage) {
        index.locate(
          UnsafeBufferPointer(rebasing: points[range]),
          into: UnsafeMutableBufferPointer(rebasing: locations[range]))
      }
    }
  }
}
