import Geometry

extension LocatorIndex {
  /// How many positions go through a step together: enough to wait for all of them at once, few
  /// enough that what is noted of them stays near the processor.
  private static let blockSize = 128

  /// A position that its square alone does not answer.
  private struct Waiting {
    /// Its place in the batch.
    var place: Int32
    var entry: UInt32
    /// The column and row of its part.
    var part: Corner
  }

  /// A position that edges answer.
  private struct Beside {
    /// Its place in the batch; all bits turned over where more than one edge has to be asked.
    var place: Int32
    /// The first or only edge of its part: the place of its positions.
    var edge: UInt32
    /// Left and right of that edge as its path runs.
    var left: UInt32
    var right: UInt32
    /// What is needed where that edge does not decide.
    var waiting: Waiting
  }

  /// The locations of many positions.
  ///
  /// A look-up waits for memory up to three times: for the entry, the block and the edge. Here each
  /// step is taken for a block of positions before the next one is, with few branches that
  /// depend on what was loaded, so that the processor waits for many positions at once.
  func locate(
    _ points: UnsafeBufferPointer<Coordinate>, into locations: UnsafeMutableBufferPointer<Location>
  ) {
    withUnsafeTemporaryAllocation(of: Waiting.self, capacity: Self.blockSize) { waiting in
      withUnsafeTemporaryAllocation(of: Beside.self, capacity: Self.blockSize) { beside in
        for start in stride(from: 0, to: points.count, by: Self.blockSize) {
          let range = start..<min(start + Self.blockSize, points.count)
          let points = UnsafeBufferPointer(rebasing: points[range])
          let locations = UnsafeMutableBufferPointer(rebasing: locations[range])
          let waitingCount = readEntries(points, locations, waiting)
          let besideCount = readBlocks(points, waiting, waitingCount, locations, beside)
          readEdges(points, beside, besideCount, locations)
        }
      }
    }
  }

  /// Answers as the squares do, and collects the positions whose squares have a block.
  private func readEntries(
    _ points: UnsafeBufferPointer<Coordinate>,
    _ locations: UnsafeMutableBufferPointer<Location>,
    _ waiting: UnsafeMutableBufferPointer<Waiting>
  ) -> Int {
    var count = 0
    for place in 0..<points.count {
      let point = points[place]
      guard point.x >= box.minX, point.x <= box.maxX, point.y >= box.minY, point.y <= box.maxY
      else {
        locations.initializeElement(at: place, to: .outside)
        continue
      }
      let (column, row) = part(of: point)
      let entry = entries[square(column, row)]
      // For a block this is no cell; it is overwritten.
      locations.initializeElement(at: place, to: Self.inside(entry))
      waiting.initializeElement(
        at: count,
        to: Waiting(
          place: Int32(truncatingIfNeeded: place), entry: entry,
          part: Corner(column: column, row: row)))
      count &+= Int(entry >> 31)
    }
    return count
  }

  /// Answers as the parts of the squares do, and collects the positions whose parts have edges.
  private func readBlocks(
    _ points: UnsafeBufferPointer<Coordinate>,
    _ waiting: UnsafeMutableBufferPointer<Waiting>, _ waitingCount: Int,
    _ locations: UnsafeMutableBufferPointer<Location>,
    _ beside: UnsafeMutableBufferPointer<Beside>
  ) -> Int {
    var count = 0
    for item in waiting[..<waitingCount] {
      let place = Int(item.place)
      guard let parts = Parts(self, item.entry) else {
        locations[place] = locateInCrowd(points[place], item.entry, item.part)
        continue
      }
      let pattern = parts.pattern(item.part.column, item.part.row)
      locations[place] = Self.inside(pattern.code)
      // Where no edge meets the part, the first one stands in and is not counted.
      let mask = pattern.edges
      let number = (mask | 1 << 31).trailingZeroBitCount % 31
      let sides = Int(parts.sides[number])
      let isSingle = mask & (mask &- 1) == 0
      beside.initializeElement(
        at: count,
        to: Beside(
          place: isSingle ? item.place : ~item.place, edge: parts.places[number],
          left: parts.codes[sides & 15], right: parts.codes[sides >> 4], waiting: item))
      count &+= mask == 0 ? 0 : 1
    }
    return count
  }

  /// Answers for the positions whose parts have edges.
  private func readEdges(
    _ points: UnsafeBufferPointer<Coordinate>,
    _ beside: UnsafeMutableBufferPointer<Beside>, _ besideCount: Int,
    _ locations: UnsafeMutableBufferPointer<Location>
  ) {
    // For all at once as if a single edge answered; the others bring their edges near by that.
    for number in 0..<besideCount {
      let item = beside[number]
      let ends = vertices + Int(item.edge)
      let point = points[Int(item.waiting.place)]
      let side = Orientation.sign(from: ends[0], to: ends[1], of: point)
      locations[Int(item.waiting.place)] = Self.inside(side > 0 ? item.left : item.right)
      if side == 0 { beside[number].place = ~item.waiting.place }
    }
    for item in beside[..<besideCount] where item.place < 0 {
      let waiting = item.waiting
      locations[Int(waiting.place)] = locate(
        points[Int(waiting.place)], inBlock: waiting.entry, waiting.part.column, waiting.part.row)
    }
  }
}
