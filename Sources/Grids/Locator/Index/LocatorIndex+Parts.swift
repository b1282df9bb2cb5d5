import Geometry

extension LocatorIndex {
  /// A part of a square by its column and row.
  struct Corner {
    var column: Int32
    var row: Int32
  }

  /// The lower left corner of a part.
  func place(of corner: Corner) -> Coordinate {
    Coordinate(x: columnStart[Int(corner.column)], y: rowStart[Int(corner.row)])
  }

  /// What a part of a square answers.
  struct Pattern {
    /// The edges that meet the part, a bit each.
    var edges: UInt32
    /// The code of the cell at the lower left corner of the part.
    var code: UInt32
  }

  /// A block of parts, laid open; see `LocatorBlock`.
  struct Parts {
    let block: UnsafePointer<UInt32>
    let header: UInt32
    /// The codes of the cells.
    let codes: UnsafePointer<UInt32>

    /// Nil when the block of an entry has another form.
    @inline(__always)
    init?(_ index: LocatorIndex, _ entry: UInt32) {
      block = index.blocks + Int(entry & ~LocatorBlock.flag)
      header = block[0]
      guard header >> 24 <= LocatorBlock.Form.wideParts.rawValue else { return nil }
      codes = block + 3 + Int(header & 255)
    }

    /// The answer of a part.
    @inline(__always)
    func pattern(_ column: Int32, _ row: Int32) -> Pattern {
      let part = UInt32(truncatingIfNeeded: (row & 3) << 2 | column & 3)
      let place = Int(block[1 &+ Int(part >> 3)] >> (4 &* (part & 7)) & 15)
      if header >> 24 != 0 {
        let word = block[3 &+ place]
        return Pattern(edges: word & 0xFF_FFFF, code: codes[Int(word >> 24)])
      }
      let half = block[3 &+ place >> 1] >> UInt32(16 &* (place & 1))
      return Pattern(edges: half & 0xFFF, code: codes[Int(half >> 12 & 15)])
    }

    /// The number of edges.
    var edgeCount: Int { Int(header >> 16 & 255) }

    /// The places of the edges.
    @inline(__always)
    var places: UnsafePointer<UInt32> { codes + Int(header >> 8 & 255) }

    /// The places of the codes left and right of each edge as its path runs, four bits each.
    @inline(__always)
    var sides: UnsafePointer<UInt8> {
      UnsafeRawPointer(places + edgeCount).assumingMemoryBound(to: UInt8.self)
    }

    /// An edge, upwards.
    @inline(__always)
    func edge(_ number: Int, _ vertices: UnsafePointer<Coordinate>) -> LocatorBlock.Edge {
      LocatorBlock.Edge(
        vertices, places[number], left: codes[Int(sides[number] & 15)],
        right: codes[Int(sides[number] >> 4)])
    }
  }
}

extension LocatorBlock.Edge {
  /// The edge at a place, upwards, with the codes of the cells beside it as its path runs.
  @inline(__always)
  init(_ vertices: UnsafePointer<Coordinate>, _ place: UInt32, left: UInt32, right: UInt32) {
    let a = vertices[Int(place)]
    let b = vertices[Int(place) + 1]
    let isUpward = Coordinate.isLower(a, than: b)
    self.init(
      lower: isUpward ? a : b, upper: isUpward ? b : a, left: isUpward ? left : right,
      right: isUpward ? right : left, place: place)
  }
}
