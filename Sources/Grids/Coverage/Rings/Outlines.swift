import Geometry

/// The outlines of surfaces as lines with the surface on their left; a line there and back is none.
///
/// Lines that several surfaces have are looked up once.
struct Outlines {
  private var table: EdgeTable
  /// The lines of each surface.
  private var lines: [[RingStep]]
  /// In which direction each line stands in the outline that is looked at: 1 upwards, -1 downwards, 0 not
  /// at all.
  private var directions: ContiguousArray<Int8> = []

  /// - Parameters:
  ///   - count: the number of surfaces.
  ///   - capacity: about how many lines there will be.
  init(count: Int, capacity: Int) {
    table = EdgeTable(capacity: capacity)
    lines = [[RingStep]](repeating: [], count: count)
  }

  /// The line between two positions; nil where they are one.
  mutating func line(from a: Coordinate, to b: Coordinate) -> RingStep? {
    let (first, second) = (table.vertex(at: a), table.vertex(at: b))
    return first == second ? nil : table.step(from: first, to: second)
  }

  /// Adds a line to the outline of a surface, as it runs or the other way round.
  mutating func add(_ line: RingStep, isForward: Bool, to surface: Int32) {
    lines[Int(surface)].append(
      isForward ? line : RingStep(edge: line.edge, isForward: !line.isForward))
  }

  /// The polygons that the lines of a surface bound.
  ///
  /// - Throws: ``NoUnion`` where they bound nothing.
  mutating func boundary(of surface: Int32) throws(NoUnion) -> MultiPolygon {
    let all = lines[Int(surface)]
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
