extension Coverage {
  /// The cells of each connected piece, the largest first: pieces have no position in common.
  ///
  /// Cells without edges are in none. Pieces of one size come in the order of their first cells; the
  /// cells of a piece ascend.
  public func pieces() -> [[Int32]] {
    var sets = DisjointSets(cellCount)
    var seen = [Bool](repeating: false, count: cellCount)
    var first = ContiguousArray<Int32>(repeating: -1, count: edges.vertices.count)
    func join(_ cell: Int32, _ ends: EdgeEnds) {
      guard cell >= 0 else { return }
      seen[Int(cell)] = true
      for vertex in [ends.lower, ends.upper] {
        if first[Int(vertex)] < 0 {
          first[Int(vertex)] = cell
        } else if first[Int(vertex)] != cell {
          sets.join(first[Int(vertex)], cell)
        }
      }
    }
    for edge in 0..<edges.count {
      join(edges.left[edge], edges.ends[edge])
      join(edges.right[edge], edges.ends[edge])
    }
    for use in edges.extra { join(use.cell, edges.ends[Int(use.edge)]) }
    var pieces: [Int32: [Int32]] = [:]
    for cell in 0..<Int32(cellCount) where seen[Int(cell)] {
      pieces[sets.root(cell), default: []].append(cell)
    }
    return pieces.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

/// Sets of numbers that are joined one by one.
struct DisjointSets {
  private var parents: ContiguousArray<Int32>

  init(_ count: Int) {
    parents = ContiguousArray(0..<Int32(count))
  }

  /// The number that stands for the set of another one.
  mutating func root(_ number: Int32) -> Int32 {
    var number = number
    while parents[Int(number)] != number {
      parents[Int(number)] = parents[Int(parents[Int(number)])]
      number = parents[Int(number)]
    }
    return number
  }

  mutating func join(_ a: Int32, _ b: Int32) {
    let (first, second) = (root(a), root(b))
    parents[Int(max(first, second))] = min(first, second)
  }
}
