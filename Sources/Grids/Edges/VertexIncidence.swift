/// The edges that meet in each vertex.
struct VertexIncidence {
  /// Where the edges of each vertex begin in `items`, and where those of the last one end.
  let starts: ContiguousArray<Int32>
  /// The edges of all vertices.
  private(set) var items: ContiguousArray<Int32>

  init(_ table: EdgeTable) {
    var counts = ContiguousArray<Int32>(repeating: 0, count: table.vertices.count + 1)
    for ends in table.ends {
      counts[Int(ends.lower) + 1] += 1
      counts[Int(ends.upper) + 1] += 1
    }
    for vertex in 0..<table.vertices.count { counts[vertex + 1] += counts[vertex] }
    starts = counts
    items = ContiguousArray(repeating: 0, count: table.count * 2)
    for (edge, ends) in table.ends.enumerated() {
      items[Int(counts[Int(ends.lower)])] = Int32(edge)
      counts[Int(ends.lower)] += 1
      items[Int(counts[Int(ends.upper)])] = Int32(edge)
      counts[Int(ends.upper)] += 1
    }
  }

  /// The edges that meet in a vertex.
  func edges(at vertex: Int) -> ContiguousArray<Int32>.SubSequence {
    items[Int(starts[vertex])..<Int(starts[vertex + 1])]
  }

  /// How many edges meet in a vertex.
  func count(at vertex: Int) -> Int { Int(starts[vertex + 1] - starts[vertex]) }
}
