import Geometry

/// Counts the cells that cover many places, by rays to the left.
///
/// The heights of the places are the leaves of a segment tree; an edge is kept where it passes through all
/// heights of a node. There edges that do not cross are in one order from west to east, so that a ray finds
/// its place among them by halving: thousands of rings within one another are not a thousand times a
/// thousand questions. Edges that cross others are asked one by one.
struct DepthSlabs {
  /// What passes through all heights of a node.
  private struct Slab {
    /// From west to east.
    var ordered: [Int32] = []
    /// How many more cells the edges before each place in the order have on their left.
    var nets: [Int32] = []
    var crossing: [Int32] = []
  }

  private let edges: EdgeTable
  private let heights: [Double]
  private var slabs: [Slab]

  /// - Parameters:
  ///   - probes: the edges whose lower ends will be asked for.
  ///   - contacts: where edges meet that have no end in common.
  init(_ edges: EdgeTable, probes: [Int32], contacts: [EdgeContact]) {
    self.edges = edges
    var heights: [Double] = []
    for y in probes.map({ edges.lowerEnd($0).y }).sorted() where y != heights.last {
      heights.append(y)
    }
    self.heights = heights
    slabs = [Slab](repeating: Slab(), count: 2 * heights.count)
    var isCrossing = [Bool](repeating: false, count: edges.count)
    for contact in contacts where contact.kind == .crossing {
      isCrossing[Int(contact.first)] = true
      isCrossing[Int(contact.second)] = true
    }
    for edge in 0..<Int32(edges.count) where DepthMap.net(of: edge, edges) != 0 {
      enter(edge, isCrossing: isCrossing[Int(edge)])
    }
    for number in slabs.indices {
      slabs[number].ordered.sort { Self.isWest($0, of: $1, edges) }
      var net: Int32 = 0
      slabs[number].nets = [0]
      for edge in slabs[number].ordered {
        net += DepthMap.net(of: edge, edges)
        slabs[number].nets.append(net)
      }
    }
  }

  /// The number of cells that cover the places just left of a probe, at its lower end; it must not be
  /// horizontal.
  func depth(leftOf probe: Int32) -> Int {
    var net: Int32 = 0
    var node = place(of: edges.lowerEnd(probe).y) + heights.count
    while node >= 1 {
      let slab = slabs[node]
      var (low, high) = (0, slab.ordered.count)
      while low < high {
        let middle = (low + high) / 2
        if edges.passesLeft(slab.ordered[middle], of: probe) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      net += slab.nets[low]
      for edge in slab.crossing where edges.passesLeft(edge, of: probe) {
        net += DepthMap.net(of: edge, edges)
      }
      node /= 2
    }
    return -Int(net)
  }

  /// Enters an edge into the nodes that together are the heights from its lower end to below its upper one.
  private mutating func enter(_ edge: Int32, isCrossing: Bool) {
    var first = place(of: edges.lowerEnd(edge).y) + heights.count
    var end = place(of: edges.upperEnd(edge).y) + heights.count
    func add(_ node: Int) {
      if isCrossing { slabs[node].crossing.append(edge) } else { slabs[node].ordered.append(edge) }
    }
    while first < end {
      if first % 2 == 1 {
        add(first)
        first += 1
      }
      if end % 2 == 1 {
        end -= 1
        add(end)
      }
      first /= 2
      end /= 2
    }
  }

  /// The number of heights below one.
  private func place(of y: Double) -> Int {
    var (low, high) = (0, heights.count)
    while low < high {
      let middle = (low + high) / 2
      if heights[middle] < y { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an edge is to the left of another one where both are at one height; they do not cross.
  private static func isWest(_ one: Int32, of other: Int32, _ edges: EdgeTable) -> Bool {
    let (a, b) = (edges.lowerEnd(one), edges.upperEnd(one))
    let (c, d) = (edges.lowerEnd(other), edges.upperEnd(other))
    let low =
      a.y >= c.y
      ? Orientation.sign(from: c, to: d, of: a) : -Orientation.sign(from: a, to: b, of: c)
    if low != 0 { return low > 0 }
    let high =
      b.y <= d.y
      ? Orientation.sign(from: c, to: d, of: b) : -Orientation.sign(from: a, to: b, of: d)
    return high > 0
  }
}

extension EdgeTable {
  /// Whether an edge at the height of the lower end of a probe passes to the left of it, or through it
  /// and leans further to the left.
  func passesLeft(_ edge: Int32, of probe: Int32) -> Bool {
    let (v, w) = (lowerEnd(probe), upperEnd(probe))
    let (a, b) = (lowerEnd(edge), upperEnd(edge))
    let side = Orientation.sign(from: a, to: b, of: v)
    return side < 0 || (side == 0 && Orientation.sign(from: v, to: w, of: b) > 0)
  }
}
