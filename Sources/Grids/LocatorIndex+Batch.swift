import Geometry

extension LocatorIndex {
  /// The locations of many positions, a block at a time.
  func locate(
    _ points: UnsafeBufferPointer<Coordinate>, into locations: UnsafeMutableBufferPointer<Location>
  ) {
    let block = 64
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: block) { squares in
      var start = 0
      while start < points.count {
        let count = min(block, points.count - start)
        for place in 0..<count { squares[place] = square(of: points[start + place]) }
        for place in 0..<count {
          let point = points[start + place]
          let square = Int(squares[place])
          let location =
            square < 0 ? .outside : answer(point, entry: entries[square], square: square)
          locations.initializeElement(at: start + place, to: location)
        }
        start += count
      }
    }
  }
}
