/// Finds the address nearest to a point: a tree of boxes over the points of a register, packed along
/// a curve through them (as in a packed Hilbert R-tree: Kamel and Faloutsos 1993,
/// doi:10.1145/170088.170403, here with Morton's curve).
public struct NearestAddresses: Sendable {
  /// The register whose points are looked at.
  public let register: AddressRegister
  private let points: [Point]
  /// Boxes of 16 points each, then of 16 boxes each, up to one.
  private let levels: [[Box]]

  private struct Point: Sendable {
    let longitude: Int32
    let latitude: Int32
    let entry: UInt32
    let kind: PositionKind
  }

  private struct Box: Sendable {
    var west = Int32.max
    var south = Int32.max
    var east = Int32.min
    var north = Int32.min

    mutating func include(_ box: Box) {
      west = min(west, box.west)
      south = min(south, box.south)
      east = max(east, box.east)
      north = max(north, box.north)
    }
  }

  /// A found address.
  public struct Neighbour: Sendable, Hashable {
    /// Where it is in the register.
    public let entry: EntryIndex
    /// What the point is that was found.
    public let kind: PositionKind
    /// Metres on a sphere of radius 6,371,008.8 m, flat around the point that was asked for: right to
    /// one in a thousand within 50 km below 60° of latitude.
    public let metres: Double
  }

  private static let fanOut = 16

  /// Packs the points of the given kinds.
  public init(_ register: AddressRegister, kinds: Set<PositionKind> = Self.doors) {
    self.register = register
    var keyed: [(key: UInt64, point: Point)] = []
    for node in 1..<max(register.parents.count, 1) {
      let status = register.statuses[node]
      guard status != .wrong, status != .historic else { continue }
      for point in register.positions[register.positionRange(node)] where kinds.contains(point.kind)
      {
        keyed.append(
          (
            Self.morton(point.longitude, point.latitude),
            Point(
              longitude: point.longitude, latitude: point.latitude,
              entry: UInt32(truncatingIfNeeded: node), kind: point.kind)
          ))
      }
    }
    keyed.sort { ($0.key, $0.point.entry) < ($1.key, $1.point.entry) }
    points = keyed.map(\.point)
    levels = Self.pack(points)
  }

  /// Doors, entrances and buildings.
  public static let doors: Set<PositionKind> = [.entrance, .building, .doorPlate]

  private static func pack(_ points: [Point]) -> [[Box]] {
    guard !points.isEmpty else { return [] }
    var level: [Box] = points.map {
      Box(west: $0.longitude, south: $0.latitude, east: $0.longitude, north: $0.latitude)
    }
    var levels: [[Box]] = []
    repeat {
      level = stride(from: 0, to: level.count, by: fanOut).map { start in
        var box = Box()
        for other in level[start..<min(start + fanOut, level.count)] { box.include(other) }
        return box
      }
      levels.append(level)
    } while level.count > 1
    return levels
  }

  /// Interleaves the bits of both, moved so that none is negative.
  private static func morton(_ longitude: Int32, _ latitude: Int32) -> UInt64 {
    func spread(_ value: Int32) -> UInt64 {
      var bits = UInt64(UInt32(bitPattern: value) ^ 0x8000_0000)
      bits = (bits | bits << 16) & 0x0000_ffff_0000_ffff
      bits = (bits | bits << 8) & 0x00ff_00ff_00ff_00ff
      bits = (bits | bits << 4) & 0x0f0f_0f0f_0f0f_0f0f
      bits = (bits | bits << 2) & 0x3333_3333_3333_3333
      return (bits | bits << 1) & 0x5555_5555_5555_5555
    }
    return spread(longitude) | spread(latitude) << 1
  }

  /// The nearest address; of several at one distance the first of the register.
  ///
  /// - Parameter distance: the greatest distance in metres, itself inside.
  /// - Returns: nil where none is so near, and for a point that is no number. The antimeridian is not
  ///   crossed.
  public func nearest(
    longitude: Double, latitude: Double, within distance: Double = .infinity
  ) -> Neighbour? {
    guard abs(longitude) <= 180, abs(latitude) <= 90, let top = levels.indices.last else {
      return nil
    }
    let scale = LocalScale(longitude: longitude, latitude: latitude)
    var best: (square: Double, entry: UInt32, kind: PositionKind)?
    var limit = distance * distance
    var stack: [(level: Int, box: Int, square: Double)] = [(top, 0, 0)]
    while let (level, box, least) = stack.popLast() {
      guard least <= limit else { continue }
      let first = box * Self.fanOut
      if level == 0 {
        for point in points[first..<min(first + Self.fanOut, points.count)] {
          let square = scale.square(point.longitude, point.latitude)
          guard square <= limit else { continue }
          if let best,
            (best.square, best.entry, best.kind.rawValue)
              <= (square, point.entry, point.kind.rawValue)
          {
            continue
          }
          best = (square, point.entry, point.kind)
          limit = square
        }
        continue
      }
      let below = levels[level - 1]
      var children = (first..<min(first + Self.fanOut, below.count)).map { child in
        let box = below[child]
        return (
          level: level - 1, box: child,
          square: scale.square(west: box.west, south: box.south, east: box.east, north: box.north)
        )
      }
      children.sort { ($0.square, $0.box) > ($1.square, $1.box) }
      stack += children
    }
    return best.map {
      Neighbour(
        entry: EntryIndex(rawValue: $0.entry), kind: $0.kind, metres: $0.square.squareRoot())
    }
  }
}
