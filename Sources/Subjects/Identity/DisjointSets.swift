/// Sets of rows that grow together (union by smaller number, paths halved).
struct DisjointSets {
  private var parents: [UInt32]

  init(count: Int) {
    parents = (0..<UInt32(truncatingIfNeeded: count)).map { $0 }
  }

  /// The number that stands for the set a row is in.
  mutating func root(_ row: UInt32) -> UInt32 {
    var row = row
    while parents[Int(row)] != row {
      parents[Int(row)] = parents[Int(parents[Int(row)])]
      row = parents[Int(row)]
    }
    return row
  }

  /// Makes the sets of two rows one.
  mutating func join(_ left: UInt32, _ right: UInt32) {
    let (one, other) = (root(left), root(right))
    if one < other { parents[Int(other)] = one } else { parents[Int(one)] = other }
  }
}
