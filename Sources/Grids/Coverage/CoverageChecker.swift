import Geometry

/// The edges of cells and where these meet, before anything is known of the regions between them.
struct CoverageEdges {
  let edges: EdgeTable
  /// The edges by place; nil when there are none.
  let directory: EdgeDirectory?
  /// What was wrong with single rings.
  let found: [CoverageProblem]
  /// Where edges meet that have no end in common.
  let contacts: [EdgeContact]

  init(_ cells: [MultiPolygon]) {
    let builder = CoverageBuilder(cells)
    edges = builder.edges
    found = builder.problems
    directory = EdgeDirectory(edges)
    contacts = directory.map { [edges] in ContactSearch.contacts(of: edges, in: $0) } ?? []
  }

  /// The cells with a ring that is not sound, or with edges that cross or overlap each other: those that
  /// are known to be invalid without knowing the regions.
  var crossedCells: Set<Int32> {
    var cells = Set(found.lazy.flatMap(\.cells))
    for contact in contacts where contact.kind != .touch {
      var (ones, others): ([Int32], [Int32]) = ([], [])
      edges.collectCells(of: contact.first, into: &ones)
      edges.collectCells(of: contact.second, into: &others)
      cells.formUnion(ones.lazy.filter(others.contains))
    }
    return cells
  }
}

/// The edges of cells and the regions between them, before anything is said about them.
struct CoverageRegions {
  let edges: EdgeTable
  /// The edges by place; nil when there are none.
  let directory: EdgeDirectory?
  /// What was wrong with single rings.
  let found: [CoverageProblem]
  /// Where edges meet that have no end in common.
  let contacts: [EdgeContact]
  /// The regions by depth; nil when there are no edges.
  let map: DepthMap?

  init(_ cells: [MultiPolygon]) { self.init(CoverageEdges(cells)) }

  init(_ known: CoverageEdges) {
    (edges, directory, found, contacts) = (
      known.edges, known.directory, known.found, known.contacts
    )
    map = directory.map { [edges, contacts] in DepthMap(edges, $0, contacts: contacts) }
  }
}

/// Finds what keeps a set of cells from being a coverage.
///
/// All edges are searched for contacts through the directory; everything else looks only
/// at single edges, those with a cell on one side. See `CoverageProblem.Kind` for what
/// counts as what.
struct CoverageChecker {
  let edges: EdgeTable
  private(set) var problems: [CoverageProblem]
  /// The edges beside which a place can belong to several cells, or at which the sides are
  /// not to be trusted; empty when there are none.
  private(set) var ambiguous: ContiguousArray<Bool> = []
  /// The regions by depth; nil when there are no edges.
  let map: DepthMap?

  init(_ regions: CoverageRegions, reach: Reach?) {
    edges = regions.edges
    problems = regions.found
    map = regions.map
    if let directory = regions.directory, let map {
      checkRings(regions.contacts)
      checkJunctions(regions.contacts)
      checkSharedLines(regions.contacts)
      checkDepths(map, directory)
      if let reach { checkSlits(map, reach) }
    }
    distrustInvalidRings()
    problems.sort(by: Self.isBefore)
    keepOneNoteACell()
  }

  /// A ring that touches itself many times is one thing to know.
  private mutating func keepOneNoteACell() {
    var noted: Set<[Int32]> = []
    problems.removeAll { $0.isNote && !noted.insert($0.cells).inserted }
  }

  private static func isBefore(_ a: CoverageProblem, _ b: CoverageProblem) -> Bool {
    if a.kind != b.kind { return order(a.kind) < order(b.kind) }
    if a.at != b.at { return Coordinate.isLower(a.at, than: b.at) }
    return a.cells.lexicographicallyPrecedes(b.cells)
  }

  private static func order(_ kind: CoverageProblem.Kind) -> Int {
    CoverageProblem.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  private func isSingle(_ edge: Int32) -> Bool { DepthMap.net(of: edge, edges) != 0 }

  private func cells(of edge: Int32) -> [Int32] {
    var cells: [Int32] = []
    edges.collectCells(of: edge, into: &cells)
    return cells
  }

  private mutating func distrust(_ edge: Int32) {
    if ambiguous.isEmpty { ambiguous = ContiguousArray(repeating: false, count: edges.count) }
    ambiguous[Int(edge)] = true
  }

  private mutating func distrustInvalidRings() {
    for use in edges.extra { distrust(use.edge) }
    let invalid = Set(problems.lazy.filter { $0.kind == .invalidRing }.flatMap(\.cells))
    guard !invalid.isEmpty else { return }
    for edge in 0..<Int32(edges.count) where !invalid.isDisjoint(with: cells(of: edge)) {
      distrust(edge)
    }
  }
}

// MARK: Contacts

extension CoverageChecker {
  /// Contacts between edges of one cell.
  private mutating func checkRings(_ contacts: [EdgeContact]) {
    var sides: [SelfTouch: Set<Int>] = [:]
    for contact in contacts {
      let common = cells(of: contact.first).filter(cells(of: contact.second).contains)
      for cell in common {
        switch contact.kind {
        case .crossing:
          problems.append(
            CoverageProblem(kind: .invalidRing, cells: [cell], at: crossing(contact)))
        case .overlap:
          let line = sharedLine(contact)
          problems.append(
            CoverageProblem(
              kind: .invalidRing, cells: [cell], at: line.middle, length: line.length))
        case .touch:
          let far = edges.otherEnd(of: contact.second, than: contact.vertex)
          let key = SelfTouch(cell: cell, edge: contact.first, vertex: contact.vertex)
          sides[key, default: []].insert(edges.side(contact.first, of: edges.vertices[Int(far)]))
        }
      }
    }
    for (touch, sides) in sides where !sides.contains(0) {
      // A ring that passes from one side of its own edge to the other crosses itself.
      problems.append(
        CoverageProblem(
          kind: sides.count > 1 ? .invalidRing : .selfTouch, cells: [touch.cell],
          at: edges.vertices[Int(touch.vertex)]))
    }
  }

  private struct SelfTouch: Hashable {
    var cell: Int32
    var edge: Int32
    var vertex: Int32
  }

  /// Positions of one cell inside single edges of another.
  private mutating func checkJunctions(_ contacts: [EdgeContact]) {
    var junctions: [Junction: Set<Int32>] = [:]
    for contact in contacts where contact.kind == .touch && isSingle(contact.first) {
      let owners = Set(cells(of: contact.first))
      let others = Set(cells(of: contact.second)).subtracting(owners)
      if others.isEmpty { continue }
      junctions[Junction(edge: contact.first, vertex: contact.vertex), default: owners]
        .formUnion(others)
    }
    for (junction, cells) in junctions {
      problems.append(
        CoverageProblem(
          kind: .tJunction, cells: cells.sorted(), at: edges.vertices[Int(junction.vertex)]))
    }
  }

  private struct Junction: Hashable {
    var edge: Int32
    var vertex: Int32
  }

  /// Lines that two cells share without sharing the edges: one problem a pair of cells.
  private mutating func checkSharedLines(_ contacts: [EdgeContact]) {
    var lines: [[Int32]: CoverageProblem] = [:]
    for contact in contacts
    where contact.kind == .overlap && isSingle(contact.first) && isSingle(contact.second) {
      let line = sharedLine(contact)
      for isLeft in [true, false] {
        for one in edges.cells(onLeft: isLeft, of: contact.first) {
          for other in edges.cells(onLeft: !isLeft, of: contact.second) where other != one {
            let pair = [min(one, other), max(one, other)]
            var problem =
              lines[pair]
              ?? CoverageProblem(kind: .mismatchedEdge, cells: pair, at: line.middle)
            if Coordinate.isLower(line.middle, than: problem.at) { problem.at = line.middle }
            problem.length += line.length
            lines[pair] = problem
          }
        }
      }
    }
    problems += lines.values
  }

  private func crossing(_ contact: EdgeContact) -> Coordinate {
    FinePosition(
      crossing: edges.lowerEnd(contact.first), edges.upperEnd(contact.first),
      edges.lowerEnd(contact.second), edges.upperEnd(contact.second)
    ).near
  }

  /// The line that two collinear edges share.
  private func sharedLine(_ contact: EdgeContact) -> (middle: Coordinate, length: Double) {
    let (a, b) = (edges.lowerEnd(contact.first), edges.upperEnd(contact.first))
    let (c, d) = (edges.lowerEnd(contact.second), edges.upperEnd(contact.second))
    let start = Coordinate.isLower(a, than: c) ? c : a
    let end = Coordinate.isLower(b, than: d) ? b : d
    return (
      Coordinate(x: start.x + (end.x - start.x) / 2, y: start.y + (end.y - start.y) / 2),
      Self.length(start, end)
    )
  }

  private static func length(_ a: Coordinate, _ b: Coordinate) -> Double {
    ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
  }
}

// MARK: Depths

extension CoverageChecker {
  /// Regions that no cell covers, and regions that several cover.
  private mutating func checkDepths(_ map: DepthMap, _ directory: EdgeDirectory) {
    let rays = RayCounter(edges: edges, directory: directory)
    for cycle in map.cycles {
      if cycle.depth < 0 || cycle.depth > 1 {
        for piece in cycle.pieces { map.sources(of: piece).forEach { distrust($0) } }
      }
      guard cycle.area > 0 else { continue }
      if cycle.depth == 0 {
        var gap = problem(.gap, cycle, map, cells: neighbours(of: cycle, map))
        gap.outline = Ring(cycle.pieces.map { map.start(of: $0).near })
        problems.append(gap)
      } else if cycle.depth > 1 {
        problems.append(
          problem(.overlap, cycle, map, cells: Self.owners(of: cycle, map, rays, edges)))
      }
    }
  }

  /// Strips between cells along the outer border.
  private mutating func checkSlits(_ map: DepthMap, _ reach: Reach) {
    var isBorder = [Bool](repeating: false, count: edges.count)
    for cycle in map.cycles where cycle.depth == 0 && cycle.area <= 0 {
      for piece in cycle.pieces { map.sources(of: piece).forEach { isBorder[Int($0)] = true } }
    }
    let border = (0..<Int32(edges.count)).filter { isBorder[Int($0)] }
    problems += SlitSearch.slits(between: border, of: edges, within: reach).map {
      CoverageProblem(kind: .slit, cells: $0.cells, at: $0.at, area: $0.area, length: $0.length)
    }
  }

  private func problem(
    _ kind: CoverageProblem.Kind, _ cycle: DepthMap.Cycle, _ map: DepthMap, cells: [Int32]
  ) -> CoverageProblem {
    var at = map.start(of: cycle.pieces[0]).near
    for piece in cycle.pieces {
      let place = map.start(of: piece).near
      if Coordinate.isLower(place, than: at) { at = place }
    }
    return CoverageProblem(kind: kind, cells: cells, at: at, area: cycle.area)
  }

  /// The cells that border on a region from outside.
  private func neighbours(of cycle: DepthMap.Cycle, _ map: DepthMap) -> [Int32] {
    var cells: Set<Int32> = []
    for piece in cycle.pieces {
      for edge in map.sources(of: piece) {
        edges.forEachUse(of: edge) { if $1 == (piece & 1 == 1) { cells.insert($0) } }
      }
    }
    return cells.sorted()
  }

  /// The cells that a region is part of: those whose border it touches from inside, and
  /// those that contain it whole.
  static func owners(
    of cycle: DepthMap.Cycle, _ map: DepthMap, _ rays: RayCounter, _ edges: EdgeTable
  ) -> [Int32] {
    var cells: Set<Int32> = []
    var longest = (length: 0.0, middle: map.start(of: cycle.pieces[0]).near)
    for piece in cycle.pieces {
      for edge in map.sources(of: piece) {
        edges.forEachUse(of: edge) { if $1 == (piece & 1 == 0) { cells.insert($0) } }
      }
      let start = map.start(of: piece).near
      let end = map.end(of: piece).near
      let length = length(start, end)
      if length > longest.length {
        let middle = Coordinate(
          x: start.x + (end.x - start.x) / 2, y: start.y + (end.y - start.y) / 2)
        longest = (length, middle)
      }
    }
    if cells.count < cycle.depth { cells.formUnion(rays.cells(at: longest.middle)) }
    return cells.sorted()
  }
}
