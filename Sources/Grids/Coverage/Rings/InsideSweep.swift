import Geometry

extension EdgeTable {
  /// Whether the places just left of an edge of each loop, at its lower end, lie inside the region that
  /// all loops bound by the even-odd rule; false where there is no such edge.
  ///
  /// - Parameters:
  ///   - probes: an edge of each loop that is not horizontal.
  ///   - loops: no edge may be in them twice.
  func isInside(leftOf probes: [Int32?], of loops: [[RingStep]]) -> [Bool] {
    // A few loops are asked one by one; of a thousand holes, that would be a million questions.
    guard loops.count > 16 else {
      return probes.map { probe in
        probe.map { isInside(leftOf: $0, among: loops.lazy.joined().map(\.edge)) } ?? false
      }
    }
    return InsideSweep(edges: self).isInside(leftOf: probes, of: loops)
  }
}

/// Counts the edges to the left of many edges in one pass from south to north.
///
/// The edges that reach above the present height are kept from west to east. Where edges cross, their
/// order is not to be trusted; no answer is then.
private struct InsideSweep {
  let edges: EdgeTable

  func isInside(leftOf probes: [Int32?], of loops: [[RingStep]]) -> [Bool] {
    let rising = loops.lazy.joined().map(\.edge).filter { !edges.isHorizontal($0) }
    let starts = rising.sorted { edges.lowerEnd($0).y < edges.lowerEnd($1).y }
    let ends = rising.sorted { edges.upperEnd($0).y < edges.upperEnd($1).y }
    let asked = probes.indices.filter { probes[$0] != nil }
      .sorted { height(of: probes[$0]) < height(of: probes[$1]) }
    var isInside = [Bool](repeating: false, count: probes.count)
    var active: [Int32] = []
    var (started, ended, answered) = (0, 0, 0)
    while started < starts.count {
      let y = edges.lowerEnd(starts[started]).y
      while ended < ends.count, edges.upperEnd(ends[ended]).y <= y {
        remove(ends[ended], from: &active)
        ended += 1
      }
      while started < starts.count, edges.lowerEnd(starts[started]).y == y {
        active.insert(starts[started], at: place(of: starts[started], in: active))
        started += 1
      }
      while answered < asked.count, height(of: probes[asked[answered]]) == y {
        if let probe = probes[asked[answered]] {
          isInside[asked[answered]] = place(of: probe, in: active) % 2 == 1
        }
        answered += 1
      }
    }
    return isInside
  }

  private func height(of edge: Int32?) -> Double { edge.map { edges.lowerEnd($0).y } ?? 0 }

  /// How many of the active edges are to the left of an edge, just above its lower end.
  private func place(of edge: Int32, in active: [Int32]) -> Int {
    let v = edges.lowerEnd(edge)
    let w = edges.upperEnd(edge)
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      let other = active[middle]
      let side = edges.side(other, of: v)
      let isLeft =
        side < 0
        || (side == 0 && other != edge
          && Orientation.sign(from: v, to: w, of: edges.upperEnd(other)) > 0)
      if isLeft { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func remove(_ edge: Int32, from active: inout [Int32]) {
    // Its place was found from its lower end, beside edges that are gone or have come since.
    let guess = placeBelow(of: edge, in: active)
    if guess < active.count, active[guess] == edge {
      active.remove(at: guess)
    } else if let place = active.firstIndex(of: edge) {
      active.remove(at: place)
    }
  }

  /// How many of the active edges are to the left of an edge, just below its upper end.
  private func placeBelow(of edge: Int32, in active: [Int32]) -> Int {
    let v = edges.lowerEnd(edge)
    let w = edges.upperEnd(edge)
    var low = 0
    var high = active.count
    while low < high {
      let middle = (low + high) / 2
      let other = active[middle]
      let side = edges.side(other, of: w)
      let isLeft =
        side < 0
        || (side == 0 && other != edge
          && Orientation.sign(from: v, to: w, of: edges.lowerEnd(other)) > 0)
      if isLeft { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
