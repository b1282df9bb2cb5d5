import Geometry

extension LocatorRows {
  /// What a divided square may be divided into, level by level: 4^12 parts along each side.
  private static let greatestDepth = 12
  /// How often a square is divided in all: far more than any vertex in which cells meet needs; but
  /// where many edges lie on one line, no number would be enough.
  private static let greatestDivisions = 1000
  /// A square with no more edges than this is not divided.
  private static let listed = 6

  /// The entry of a square that some of the local edges meet: a list of them, or entries of its
  /// parts.
  mutating func addSquare(
    _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ members: [Int], _ reference: CellSet,
    depth: Int
  ) -> UInt32 {
    if members.isEmpty { return Self.uniform(reference) }
    guard members.count > Self.listed, depth < Self.greatestDepth,
      divisions < Self.greatestDivisions,
      let columns = LocatorSplits(dividing: x), let rows = LocatorSplits(dividing: y)
    else { return addList(members, reference) }
    divisions += 1
    let corner = Coordinate(x: x.lowerBound, y: y.lowerBound)
    var parts: [UInt32] = []
    for row in 0..<4 {
      for column in 0..<4 {
        let walk = BorderWalk(corner: corner, point: Coordinate(x: columns[column], y: rows[row]))
        var inPart = reference
        for member in members where walk.crosses(local[member].lower, local[member].upper).isCrossed
        {
          source.cross(local[member], &inPart)
        }
        let (width, height) = (columns.part(column), rows.part(row))
        let square = Box(width, height)
        let meeting = members.filter { local[$0].meets(square) }
        parts.append(addSquare(width, height, meeting, inPart, depth: depth + 1))
      }
    }
    band.dividedPlaces.append(band.blocks.count)
    let entry = band.begin(LocatorBlock.header(.divided))
    for splits in [columns, rows] {
      for place in 1...3 {
        let bits = splits[place].bitPattern
        band.blocks.append(UInt32(truncatingIfNeeded: bits))
        band.blocks.append(UInt32(truncatingIfNeeded: bits >> 32))
      }
    }
    band.blocks.append(contentsOf: parts)
    return entry
  }

  private mutating func addList(_ members: [Int], _ reference: CellSet) -> UInt32 {
    let isAmbiguous = reference.count > 1 || members.contains { local[$0].isAmbiguous }
    let entry = band.begin(LocatorBlock.header(isAmbiguous ? .overlapping : .list))
    band.blocks.append(UInt32(reference.count))
    band.blocks.append(UInt32(members.count))
    for cell in reference.cells { band.blocks.append(UInt32(cell + 1)) }
    for member in members {
      let (left, right) = source.sidesAlongPath(local[member])
      band.blocks.append(UInt32(source.places[Int(local[member].number)]))
      band.blocks.append(left)
      band.blocks.append(right)
    }
    return entry
  }
}

/// Where the four columns, or rows, of parts of a divided square begin, and where the last ends.
struct LocatorSplits {
  private let places: SIMD8<Double>

  /// Divides a range; nil when it holds too few doubles for that.
  init?(dividing range: ClosedRange<Double>) {
    var places = SIMD8<Double>(repeating: range.upperBound)
    for part in 0..<4 {
      let share = Double(part) / 4
      places[part] = range.lowerBound * (1 - share) + range.upperBound * share
      if part > 0 && places[part] <= places[part - 1] { return nil }
    }
    guard places[3] < range.upperBound else { return nil }
    self.places = places
  }

  /// Where a part begins; the fourth is where the last ends.
  subscript(_ part: Int) -> Double { places[part] }

  /// A part with both its ends.
  func part(_ part: Int) -> ClosedRange<Double> { places[part]...places[part + 1] }
}

extension Box {
  /// The box over a range along each axis.
  init(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
    self.init(minX: x.lowerBound, minY: y.lowerBound, maxX: x.upperBound, maxY: y.upperBound)
  }
}
