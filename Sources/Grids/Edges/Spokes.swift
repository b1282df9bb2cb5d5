/// The edges around each vertex, the latest first, while edges are added.
///
/// A spoke is an edge seen from one of its ends: twice the number of the edge, plus one at the upper
/// end. Each names the next one around its vertex.
struct Spokes: Sendable {
  /// No spoke.
  static let none = UInt32.max

  /// The latest spoke of each vertex.
  private var firsts: ContiguousArray<UInt32> = []
  /// The spoke after each.
  private var nexts: ContiguousArray<UInt32> = []

  /// Makes room for so many edges.
  mutating func reserveCapacity(_ edges: Int) {
    firsts.reserveCapacity(edges)
    nexts.reserveCapacity(2 * edges)
  }

  /// The first spoke of a vertex; `none` where it has none.
  @inline(__always)
  func first(around vertex: Int32) -> UInt32 {
    Int(vertex) < firsts.count ? firsts[Int(vertex)] : Self.none
  }

  @inline(__always)
  func next(after spoke: UInt32) -> UInt32 { nexts[Int(spoke)] }

  /// Adds the next edge.
  mutating func add(lower: Int32, upper: Int32) {
    while firsts.count <= Int(max(lower, upper)) { firsts.append(Self.none) }
    let spoke = UInt32(nexts.count)
    nexts.append(firsts[Int(lower)])
    firsts[Int(lower)] = spoke
    nexts.append(firsts[Int(upper)])
    firsts[Int(upper)] = spoke + 1
  }
}

/// An edge as a ring runs through it: upwards when forward.
struct RingStep: Hashable, Sendable {
  var edge: Int32
  var isForward: Bool
}
