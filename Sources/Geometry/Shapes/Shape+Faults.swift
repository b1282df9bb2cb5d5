extension Shape {
  /// What is wrong with a shape whose bytes are in order.
  public enum Fault: String, Hashable, Sendable {
    /// A ring has fewer than four positions, or encloses nothing.
    case ringCollapsed = "ring-collapsed"
    /// Rings of one part cross themselves or one another.
    case ringsCross = "rings-cross"
    /// A line does not leave its first position.
    case lineCollapsed = "line-collapsed"
    /// There is no part.
    case empty
  }

  /// The first fault found; nil for a shape that can be used.
  ///
  /// Rings may touch, for their even-odd rule stays clear; they must not cross.
  public var fault: Fault? {
    switch self {
    case .point: return nil
    case .lines(let lines):
      if lines.isEmpty { return .empty }
      return lines.contains { line in line.allSatisfy { $0 == line[0] } } ? .lineCollapsed : nil
    case .area(let area):
      if area.polygons.isEmpty { return .empty }
      for polygon in area.polygons {
        if polygon.rings.contains(where: { $0.coordinates.count < 4 || $0.signedArea == 0 }) {
          return .ringCollapsed
        }
        if Self.hasCrossing(polygon) { return .ringsCross }
      }
      return nil
    }
  }

  private struct Edge {
    var a: Coordinate
    var b: Coordinate
    var minX: Double { min(a.x, b.x) }
    var maxX: Double { max(a.x, b.x) }
  }

  /// Whether two edges cross in their interiors: each pair whose boxes meet is tried, edges sorted
  /// by their left ends.
  private static func hasCrossing(_ polygon: Polygon) -> Bool {
    let edges = polygon.rings.flatMap { ring in
      zip(ring.coordinates, ring.coordinates.dropFirst()).map { Edge(a: $0, b: $1) }
    }.sorted { $0.minX < $1.minX }
    for (index, edge) in edges.enumerated() {
      let (low, high) = (min(edge.a.y, edge.b.y), max(edge.a.y, edge.b.y))
      for other in edges[(index + 1)...] {
        if other.minX > edge.maxX { break }
        if max(other.a.y, other.b.y) < low || min(other.a.y, other.b.y) > high { continue }
        if cross(edge, other) { return true }
      }
    }
    return false
  }

  private static func cross(_ first: Edge, _ second: Edge) -> Bool {
    let c = Orientation.sign(from: first.a, to: first.b, of: second.a)
    let d = Orientation.sign(from: first.a, to: first.b, of: second.b)
    guard c * d < 0 else { return false }
    let a = Orientation.sign(from: second.a, to: second.b, of: first.a)
    let b = Orientation.sign(from: second.a, to: second.b, of: first.b)
    return a * b < 0
  }
}
