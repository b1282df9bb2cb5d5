import Geometry

/// Moves positions of borders that fit no neighbour to one of another cell within the tolerance, and puts
/// positions into the edges of other cells that they are beside.
///
/// Two positions of one cell never become one: what a boundary says in detail stays. Positions that
/// more cells have stay, and others move to them.
struct BorderMoves {
  /// An edge without direction.
  private struct Line: Hashable {
    let lower: Coordinate
    let upper: Coordinate

    init(_ a: Coordinate, _ b: Coordinate) {
      (lower, upper) = Coordinate.isLower(b, than: a) ? (b, a) : (a, b)
    }
  }

  private(set) var steps: [RepairStep] = []
  private let edges: EdgeTable
  private let state: RepairState
  private let contacts: BorderContacts
  private var moved: [Coordinate: Coordinate] = [:]
  private var inserted: [Line: [Coordinate]] = [:]
  private var changed: Set<Int32> = []
  /// Of each place of the contacts, that whose position it has after moving.
  private var targets: [Int32]
  /// Of each place, the cells that have a position there, ascending.
  private var owners: [[Int32]]

  init(_ contacts: BorderContacts, _ state: RepairState) {
    edges = contacts.edges
    self.contacts = contacts
    self.state = state
    owners = contacts.owners
    targets = contacts.vertices.indices.map { Int32($0) }
    guard state.options.tolerance > 0 else { return }
    snap()
    split()
  }

  private func cells(of edge: Int32) -> [Int32] {
    var cells: [Int32] = []
    edges.collectCells(of: edge, into: &cells)
    return cells
  }

  /// Where a place of the contacts was.
  private func original(_ place: Int32) -> Coordinate {
    edges.vertices[Int(contacts.vertices[Int(place)])]
  }

  /// Where a vertex is now.
  private func position(_ vertex: Int32) -> Coordinate {
    let place = contacts.places[Int(vertex)]
    return place < 0 ? edges.vertices[Int(vertex)] : original(targets[Int(place)])
  }

  private func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
    let scale = state.reach.scale(a)
    let (x, y) = ((b.x - a.x) * scale.x, (b.y - a.y) * scale.y)
    return (x * x + y * y).squareRoot()
  }

  private func share(_ area: Double, of cell: Int32, at position: Coordinate) -> Double {
    let scale = state.reach.scale(position)
    let whole = state.sizes[Int(cell)].area
    return whole > 0 ? area * scale.x * scale.y / whole : 1
  }

  private static func areDisjoint(_ some: [Int32], _ others: [Int32]) -> Bool {
    !some.contains { others.contains($0) }
  }
}

// MARK: Moving

extension BorderMoves {
  private mutating func snap() {
    let held = owners.map { $0.contains { state.isFrozen[Int($0)] } }
    let places = owners.indices.lazy.filter { [contacts] in !contacts.neighbours[$0].isEmpty }
      .sorted { a, b in
        if held[a] != held[b] { return held[a] }
        let (first, second) = (owners[a].count, owners[b].count)
        if first != second { return first > second }
        return Coordinate.isLower(original(Int32(a)), than: original(Int32(b)))
      }
    var isKept = [Bool](repeating: false, count: owners.count)
    for place in places {
      let own = owners[place]
      if held[place] || !own.contains(where: { state.isSick[Int($0)] }) {
        isKept[place] = true
        continue
      }
      let limit = own.map { state.tolerance(of: $0) }.min() ?? 0
      let here = original(Int32(place))
      var best: (place: Int32, distance: Double)?
      for other in contacts.neighbours[place] where isKept[Int(other)] {
        let there = original(other)
        let far = distance(here, there)
        guard far <= limit, Self.areDisjoint(own, owners[Int(other)]) else { continue }
        if let best, far > best.distance { continue }
        if let best, far == best.distance,
          Coordinate.isLower(original(best.place), than: there)
        {
          continue
        }
        best = (other, far)
      }
      if let best { move(Int32(place), to: best.place) } else { isKept[place] = true }
    }
  }

  private mutating func move(_ place: Int32, to target: Int32) {
    let own = owners[Int(place)]
    let (from, to) = (original(place), original(target))
    let vertex = contacts.vertices[Int(place)]
    targets[Int(place)] = target
    moved[from] = to
    changed.formUnion(own)
    // What the edges at the position sweep over, at most.
    var swept = 0.0
    for edge in contacts.incidence.edges(at: Int(vertex)) {
      let far = edges.vertices[Int(edges.otherEnd(of: edge, than: vertex))]
      swept += abs((to.x - from.x) * (far.y - from.y) - (to.y - from.y) * (far.x - from.x)) / 2
    }
    let least = own.min { state.sizes[Int($0)].area < state.sizes[Int($1)].area } ?? own[0]
    steps.append(
      RepairStep(
        kind: .snap, cells: [least] + own.filter { $0 != least } + owners[Int(target)], at: to,
        area: swept, share: share(swept, of: least, at: to), distance: distance(from, to)))
    owners[Int(target)] = Set(owners[Int(target)] + own).sorted()
  }
}

// MARK: Splitting

extension BorderMoves {
  private mutating func split() {
    // The places that may lie beside each edge, edge by edge.
    var starts = [Int32](repeating: 0, count: edges.count + 1)
    for (first, second) in contacts.pairs {
      starts[Int(first) + 1] += 2
      starts[Int(second) + 1] += 2
    }
    for edge in 0..<edges.count { starts[edge + 1] += starts[edge] }
    var ends = starts
    var candidates = [Int32](repeating: 0, count: 4 * contacts.pairs.count)
    func add(_ vertex: Int32, beside edge: Int32) {
      candidates[Int(ends[Int(edge)])] = targets[Int(contacts.places[Int(vertex)])]
      ends[Int(edge)] += 1
    }
    for (first, second) in contacts.pairs {
      let (one, other) = (edges.ends[Int(first)], edges.ends[Int(second)])
      add(other.lower, beside: first)
      add(other.upper, beside: first)
      add(one.lower, beside: second)
      add(one.upper, beside: second)
    }
    for edge in 0..<edges.count where starts[edge] < starts[edge + 1] {
      split(Int32(edge), at: candidates[Int(starts[edge])..<Int(starts[edge + 1])])
    }
  }

  /// A place beside an edge.
  private struct Beside {
    /// Where along the edge, 0…1 without the ends.
    var share: Double
    var place: Int32
    /// In metres.
    var distance: Double
  }

  /// Puts those of some places into an edge that lie beside it, within the tolerance, and belong to none of
  /// its cells.
  private mutating func split(_ edge: Int32, at candidates: ArraySlice<Int32>) {
    let ends = edges.ends[Int(edge)]
    let (a, b) = (position(ends.lower), position(ends.upper))
    if a == b { return }
    let scale = state.reach.scale(a)
    let (x, y) = ((b.x - a.x) * scale.x, (b.y - a.y) * scale.y)
    let length = x * x + y * y
    var here: [Beside] = []
    for place in candidates {
      let at = original(place)
      if at == a || at == b { continue }
      let (u, v) = ((at.x - a.x) * scale.x, (at.y - a.y) * scale.y)
      let share = (u * x + v * y) / length
      guard share > 0, share < 1 else { continue }
      let off = abs(x * v - y * u) / length.squareRoot()
      // A place that is an end of several edges comes several times.
      guard off <= state.options.tolerance, !here.contains(where: { $0.place == place }) else {
        continue
      }
      here.append(Beside(share: share, place: place, distance: off))
    }
    if here.isEmpty { return }
    let own = cells(of: edge)
    if own.contains(where: { state.isFrozen[Int($0)] }) { return }
    let limit = own.lazy.map { [state] in state.tolerance(of: $0) }.min() ?? 0
    here.removeAll { [owners] in
      $0.distance > limit || !Self.areDisjoint(own, owners[Int($0.place)])
    }
    if here.isEmpty { return }
    here.sort { ($0.share, $0.place) < ($1.share, $1.place) }
    for entry in here {
      let at = original(entry.place)
      let area = abs(Ring([a, at, b]).signedArea)
      steps.append(
        RepairStep(
          kind: .split, cells: own + owners[Int(entry.place)].filter { !own.contains($0) },
          at: at, area: area, share: share(area, of: own[0], at: at), distance: entry.distance))
    }
    let between = here.map { original($0.place) }
    inserted[Line(a, b)] = Coordinate.isLower(b, than: a) ? between.reversed() : between
    changed.formUnion(own)
  }
}

// MARK: Applying

extension BorderMoves {
  func apply(to cells: inout [MultiPolygon]) {
    // Nearly all positions stay, and no position is put in behind them: that is told without the tables.
    var touched = IndexTable<Coordinate>(capacity: moved.count + 2 * inserted.count)
    for position in moved.keys { _ = touched.index(of: position) }
    for line in inserted.keys {
      _ = touched.index(of: line.lower)
      _ = touched.index(of: line.upper)
    }
    for cell in changed.sorted() {
      cells[Int(cell)] = MultiPolygon(
        cells[Int(cell)].polygons.map { polygon in
          Polygon(rings: polygon.rings.map { rewritten($0, touched) })
        })
    }
  }

  private func rewritten(_ ring: Ring, _ touched: IndexTable<Coordinate>) -> Ring {
    let old = ring.coordinates.map { position in
      let key = Self.key(position)
      return touched.known(key) == nil ? position : moved[key] ?? position
    }
    var coordinates: [Coordinate] = []
    coordinates.reserveCapacity(old.count)
    for (a, b) in zip(old, old.dropFirst()) {
      coordinates.append(a)
      guard touched.known(Self.key(a)) != nil,
        let between = inserted[Line(Self.key(a), Self.key(b))]
      else { continue }
      coordinates += Coordinate.isLower(a, than: b) ? between : between.reversed()
    }
    return Ring(coordinates)
  }

  /// As the table of edges has it: -0 is 0.
  private static func key(_ position: Coordinate) -> Coordinate {
    Coordinate(x: position.x + 0, y: position.y + 0)
  }
}
