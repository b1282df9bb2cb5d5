import Geometry

/// A place where two edges meet other than in a common end.
struct EdgeContact: Hashable, Comparable, Sendable {
  enum Kind: Int, Sendable {
    /// Each passes through the inside of the other.
    case crossing
    /// An end of the second lies inside the first.
    case touch
    /// They share a line of positive length.
    case overlap
  }

  var kind: Kind
  var first: Int32
  var second: Int32
  /// The end of the second that touches the first; −1 for other kinds.
  var vertex: Int32 = -1

  static func < (a: EdgeContact, b: EdgeContact) -> Bool {
    (a.kind.rawValue, a.first, a.second, a.vertex) < (b.kind.rawValue, b.first, b.second, b.vertex)
  }
}
