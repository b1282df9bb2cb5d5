import Geometry

/// The outlines of surfaces as lines with the surface on their left; a line there and back is none.
///
/// Lines that several surfaces have are looked up once.
struct Outlines {
  private var table: EdgeTable
  private var lines: [Int32: [RingStep]] = [:]
  /// In which direction each line stands in the outline that is looked at: 1 upwards, -1 downwards, 0 not
  /// at all.
  private var directions: ContiguousArray<Int8> = []

  /// - Parameter capacity: about how many lines there will be.
  init(capacity: Int = 0) { table = EdgeTable(capacity: capacity) }

  /// Adds a path to the outline of a surface, line by line.
  mutating func add(_ path: [Coordinate], to surface: Int32) {
    let steps = self.steps(along: path)
    lines[surface, default: []] += steps
  }

  /// The lines of a path.
  mutating func steps(along path: [Coordinate]) -> [RingStep] {
    let vertices = table.vertices(along: path)
    return zip(vertices, vertices.dropFirst()).filter { $0 != $1 }
      .map { table.step(from: $0, to: $1) }
  }

  /// Adds lines to the outline of a surface, as they run or the other way round.
  mutating func add(_ steps: [RingStep], isForward: Bool, to surface: Int32) {
    if isForward {
      lines[surface, default: []] += steps
    } else {
      lines[surface, default: []] += steps.lazy.reversed().map {
        RingStep(edge: $0.edge, isForward: !$0.isForward)
      }
    }
  }

  /// The polygons that the lines of a surface bound.
  ///
  /// - Throws: ``NoUnion`` where they bound nothing.
  mutating func boundary(of surface: Int32) throws(NoUnion) -> MultiPolygon {
    let all = lines[surface] ?? []
    while directions.count < table.count { directions.append(0) }
    for step in all {
      let direction: Int8 = step.isForward ? 1 : -1
      directions[Int(step.edge)] = directions[Int(step.edge)] == -direction ? 0 : direction
    }
    var steps: [RingStep] = []
    steps.reserveCapacity(all.count)
    for step in all where directions[Int(step.edge)] == (step.isForward ? 1 : -1) {
      steps.append(step)
      directions[Int(step.edge)] = 0
    }
    return try PolygonAssembler(edges: table).multiPolygon(boundedBy: steps)
  }
}
