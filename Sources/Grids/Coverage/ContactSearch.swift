import Geometry
internal import Synchronization

/// Finds all contacts between edges, square by square of the directory.
struct ContactSearch {
  private let edges: EdgeTable
  private var found: [EdgeContact] = []

  /// The contacts, each once, in a fixed order; many edges are shared among the processors.
  static func contacts(of edges: EdgeTable, in directory: EdgeDirectory) -> [EdgeContact] {
    let (columns, rows) = (directory.lattice.columns, directory.lattice.rows)
    let shares = min(rows, max(1, edges.count / edgesPerShare), mostShares)
    let all = Mutex<[EdgeContact]>([])
    WorkShares.forEach(below: shares, threads: shares) { share in
      var search = ContactSearch(edges: edges)
      for square in columns * (rows * share / shares)..<columns * (rows * (share + 1) / shares) {
        let list = directory.list(square)
        if list.count > 1 { search.compareAll(directory.items[list]) }
      }
      all.withLock { [found = search.found] in $0 += found }
    }
    // A pair that meets two squares in common is found twice.
    var contacts: [EdgeContact] = []
    for contact in all.withLock({ $0 }).sorted() where contact != contacts.last {
      contacts.append(contact)
    }
    return contacts
  }

  /// Fewer edges than this are compared sooner than a thread begins.
  private static let edgesPerShare = 4_000
  private static let mostShares = 16

  private init(edges: EdgeTable) {
    self.edges = edges
  }

  private mutating func compareAll(_ list: ContiguousArray<Int32>.SubSequence) {
    if list.count < 12 {
      for i in list.indices {
        for j in (i + 1)..<list.endIndex { compare(list[i], list[j]) }
      }
    } else {
      EdgeCrowd(edges).forEachPair(of: Array(list)) { compare($0, $1) }
    }
  }

  private mutating func compare(_ e: Int32, _ f: Int32) {
    let a = edges.lowerEnd(e)
    let b = edges.upperEnd(e)
    let c = edges.lowerEnd(f)
    let d = edges.upperEnd(f)
    if b.y < c.y || d.y < a.y { return }
    if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x) { return }
    let lowerSide = Orientation.sign(from: a, to: b, of: c)
    let upperSide = Orientation.sign(from: a, to: b, of: d)
    if lowerSide * upperSide > 0 { return }
    if lowerSide == 0 && upperSide == 0 { return compareCollinear(e, f) }
    let aSide = Orientation.sign(from: c, to: d, of: a)
    let bSide = Orientation.sign(from: c, to: d, of: b)
    if aSide * bSide > 0 { return }
    if aSide * bSide < 0 {
      if lowerSide == 0 { return touch(e, f, edges.ends[Int(f)].lower) }
      if upperSide == 0 { return touch(e, f, edges.ends[Int(f)].upper) }
      found.append(EdgeContact(kind: .crossing, first: e, second: f))
    } else if lowerSide != 0 && upperSide != 0 {
      touch(f, e, aSide == 0 ? edges.ends[Int(e)].lower : edges.ends[Int(e)].upper)
    }
  }

  private mutating func touch(_ e: Int32, _ f: Int32, _ vertex: Int32) {
    found.append(EdgeContact(kind: .touch, first: e, second: f, vertex: vertex))
  }

  /// Edges on one line: along it, positions are ordered as ends of edges are.
  private mutating func compareCollinear(_ e: Int32, _ f: Int32) {
    let a = edges.lowerEnd(e)
    let b = edges.upperEnd(e)
    let c = edges.lowerEnd(f)
    let d = edges.upperEnd(f)
    let start = Coordinate.isLower(a, than: c) ? c : a
    let end = Coordinate.isLower(b, than: d) ? b : d
    guard Coordinate.isLower(start, than: end) else { return }
    found.append(EdgeContact(kind: .overlap, first: e, second: f))
    if Coordinate.isLower(a, than: c) { touch(e, f, edges.ends[Int(f)].lower) }
    if Coordinate.isLower(d, than: b) { touch(e, f, edges.ends[Int(f)].upper) }
    if Coordinate.isLower(c, than: a) { touch(f, e, edges.ends[Int(e)].lower) }
    if Coordinate.isLower(b, than: d) { touch(f, e, edges.ends[Int(e)].upper) }
  }
}

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
