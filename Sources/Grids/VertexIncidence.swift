/// The edges that meet in each vertex.
struct VertexIncidence {
  private var offsets: ContiguousArray<Int32>
  private var items: ContiguousArray<Int32>

  init(_ table: EdgeTable) {
    var counts = ContiguousArray<Int32>(repeating: 0, count: table.vertices.count + 1)
    for ends in table.ends {
      counts[Int(ends.lower) + 1] += 1
      counts[Int(ends.upper) + 1] += 1
    }
    for vertex in 0..<table.vertices.count { counts[vertex + 1] += counts[vertex] }
    offsets = counts
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
    items[Int(offsets[vertex])..<Int(offsets[vertex + 1])]
  }
}
