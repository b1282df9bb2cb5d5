import Geometry

extension LocatorIndex {
  /// A position in a square where cells overlap: the first of the cells that contain
  /// it by the even-odd rule, else the first of those on whose border it lies.
  func locateAmongCells(_ point: Coordinate, _ column: Int, _ record: Int) -> Location {
    var cells = CellSet()
    var touched: Int32 = -1
    var isBorder = false
    let first = record + 2
    let firstEdge = first + Int(records[record])
    for place in first..<firstEdge { cells.toggle(Int32(bitPattern: records[place])) }
    for place in firstEdge..<firstEdge + Int(records[record + 1]) {
      let item = records[place]
      let edge = edges[Int(item >> 2)]
      let crossing = crosses(edge, item & 3, point, column)
      guard crossing.isOn || crossing.isCrossed else { continue }
      var uses = [edge.left, edge.right]
      uses += extraUses(of: Int32(item >> 2)).map(\.cell)
      for cell in uses where cell >= 0 {
        if crossing.isCrossed { cells.toggle(cell) }
        if crossing.isOn && (touched < 0 || cell < touched) { touched = cell }
      }
      if crossing.isOn { isBorder = true }
    }
    return Location(cell: cells.count > 0 ? cells.least : touched, isBorder: isBorder)
  }

  /// The uses of an edge beyond the first on either side.
  func extraUses(of edge: Int32) -> Slice<UnsafeMutableBufferPointer<EdgeTable.Use>> {
    var low = 0
    var high = extra.count
    while low < high {
      let middle = (low + high) / 2
      if extra[middle].edge < edge { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < extra.count && extra[end].edge == edge { end += 1 }
    return extra[low..<end]
  }

  /// The number of bytes that the buffers take.
  @usableFromInline
  var byteCount: Int {
    entries.count * MemoryLayout<UInt32>.stride + records.count * MemoryLayout<UInt32>.stride
      + edges.count * MemoryLayout<Edge>.stride
      + columnStart.count * MemoryLayout<Double>.stride
      + extra.count * MemoryLayout<EdgeTable.Use>.stride
  }
}
