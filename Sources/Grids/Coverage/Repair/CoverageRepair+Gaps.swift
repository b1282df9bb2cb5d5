public import Geometry

extension CoverageRepair {
  /// Gives each enclosed gap that is narrow to the cell with the longest border to it.
  ///
  /// - Parameter maximumWidth: the greatest mean width of a gap (twice its area over its perimeter),
  ///   in units of `y`; wider ones may be a lake, and stay.
  public mutating func fillGaps(maximumWidth: Double) {
    let whole = Coverage(cells: cells).dissolved(
      into: [Int32](repeating: 0, count: cells.count), count: 1)
    let gaps = whole.flatMap(\.polygons).flatMap { $0.rings.dropFirst() }
      .filter { width(of: $0) <= maximumWidth }
    guard !gaps.isEmpty else { return }
    let use = BorderUse(cells)
    var parents = cells.indices.map { Int32($0) }
    var filled: Set<Int32> = []
    var taken: [Ring] = []
    for gap in gaps {
      guard let order = neighbours(of: gap, use), let cell = order.first else { continue }
      parents.append(cell)
      taken.append(gap)
      filled.insert(cell)
      steps.append(
        Step(
          kind: .fillGap, cells: order, at: gap.coordinates[0], area: abs(gap.signedArea)))
    }
    let unions = Coverage(cells: cells + taken.map { MultiPolygon([Polygon(rings: [$0])]) })
      .dissolved(into: parents, count: cells.count)
    for cell in filled { cells[Int(cell)] = unions[Int(cell)] }
  }

  /// The mean width of a ring in units of `y`.
  public func width(of ring: Ring) -> Double {
    let around = zip(ring.coordinates, ring.coordinates.dropFirst())
      .reduce(0) { $0 + distance($1.0, $1.1) }
    return around > 0 ? 2 * abs(ring.signedArea) * xScale / around : 0
  }

  /// The cells around a gap, that with the longest border to it first; nil where an edge of it is
  /// nobody's.
  private func neighbours(of gap: Ring, _ use: BorderUse) -> [Int32]? {
    var lengths: [Int32: Double] = [:]
    for (a, b) in zip(gap.coordinates, gap.coordinates.dropFirst()) {
      guard let cells = use.edges[BorderUse.Edge(a, b)] else { return nil }
      for cell in cells { lengths[cell, default: 0] += distance(a, b) }
    }
    return lengths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
