import Projections
package import Geometry
import Grids
import Datasets
import Intake
import Warehouse

/// Answers which grid positions lie in, from one generation and one reference system.
///
/// A value for batches: it goes on answering from its generation even while
/// another one becomes active.
package struct PointLocator: Sendable {
  let index: GridIndex
  /// The posts in its cells; nil where the store knows of none.
  let posts: PostIndex?
  let toStore: CoordinateTransform
  /// Whether positions are given as longitudes and latitudes.
  let isGeographic: Bool
  private let scale: GroundScale
  /// How far the district reaches; nil where that excludes nothing.
  private let extent: DistrictExtent?

  init(
    index: GridIndex, posts: PostIndex? = nil, from crs: CRSName, storeCRS: CRSName
  ) throws {
    self.index = index
    self.posts = posts
    toStore = try CoordinateTransform(
      from: crs, to: storeCRS, within: try DegreeArea(index.locator.box, in: storeCRS))
    isGeographic = crs.isGeographic
    scale = try GroundScale(crs: storeCRS)
    extent = DistrictExtent(around: index.locator.box, scale, isGeographic: index.isGeographic)
  }

  package var generation: Int64 { index.generation.id }

  /// What tells its answers from those of any other locator of its net.
  package var edition: String { posts?.edition ?? index.edition }

  /// Whether that generation's coverage passed its check.
  package var isCoverageValid: Bool { index.generation.isValid ?? false }

  /// The codes of the leaf cells, in the order that ``GridSlot/cell`` counts in.
  package var codes: CellCodes { index.codes }

  /// Where a position lies, and the code of its grid.
  ///
  /// A position on a border line has exactly one grid, the same one every time;
  /// the outer border is inside.
  package func locate(_ position: Coordinate) -> (status: GridStatus, code: String?) {
    let found = find(position)
    guard let cell = found.cell else { return (found.status, nil) }
    return (found.status, index.levels.last?.codes[cell])
  }

  /// The full answer for a position: its grid, the cells above, or the nearest grid.
  package func answer(for position: Coordinate) -> LocateAnswer {
    let found = find(position)
    var answer = LocateAnswer(
      status: found.status, grid: nil, path: [], nearest: nil, generation: generation,
      isCoverageValid: isCoverageValid)
    if let cell = found.cell, let leaf = index.levels.last {
      answer.grid = LocateAnswer.Cell(code: leaf.codes[cell], name: leaf.names[cell])
      answer.path = index.path(to: cell, atLevel: index.levels.count - 1)
      answer.posts = posts?.posts(ofLeaf: cell) ?? []
    } else if found.status == .outside {
      answer.nearest = nearest(to: found.position)
      answer.gap = index.gap(at: found.position).map { LocateAnswer.Gap(id: $0.gap, name: $0.name) }
    }
    return answer
  }

  /// The grids that come as near as `metres` to a position, the nearest first; its own is first,
  /// at distance 0.
  ///
  /// Distances are on the sphere (``GroundScale/greatCircle(_:_:)``), to centimetres. Empty for what
  /// is no position.
  package func grids(within metres: Double, of position: Coordinate) -> [LocateAnswer.Nearest] {
    let found = find(position)
    guard found.status != .invalid, let leaf = index.levels.last,
      let ground = scale.ground(at: found.position)
    else { return [] }
    // A little further, since degrees are not of one length over the circle; then measured anew.
    let reach = metres * 1.01 / ground.metresPerY
    let ratio = ground.metresPerX / ground.metresPerY
    var near = index.locator.cells(within: reach, of: found.position, xScale: ratio)
    if let other = index.aroundTheGlobe(found.position, xScale: ratio, within: reach) {
      near = Self.nearer(near, index.locator.cells(within: reach, of: other, xScale: ratio))
    }
    return near.compactMap { cell -> LocateAnswer.Nearest? in
      guard let distance = scale.distance(found.position, cell.point), distance <= metres else {
        return nil
      }
      let place = Int(cell.cell)
      return LocateAnswer.Nearest(
        code: leaf.codes[place], name: leaf.names[place],
        distance: (distance * 100).rounded() / 100)
    }.sorted { $0.distance < $1.distance }
  }

  /// The grid's key in the store, its code and name, and the position in the store's system.
  func attach(_ position: Coordinate) -> (
    status: GridStatus, cell: (rowID: Int64, code: String, name: String?)?, position: Coordinate
  ) {
    let found = find(position)
    guard let cell = found.cell, let leaf = index.levels.last else {
      return (found.status, nil, found.position)
    }
    return (
      found.status, (leaf.rowIDs[cell], leaf.codes[cell], leaf.names[cell]), found.position
    )
  }

  /// Whether a position is none, or far from the district, and would lie in it with its ordinates
  /// exchanged.
  func isExchanged(_ position: Coordinate) -> Bool {
    func convert(_ position: Coordinate) -> Coordinate? {
      let found = find(position)
      return found.status == .invalid ? nil : found.position
    }
    return PlausiblePosition(convert: convert, extent: extent)
      .fault(position, convert(position)) == .coordinateSwapped
  }

  func find(_ position: Coordinate) -> (
    status: GridStatus, cell: Int?, position: Coordinate
  ) {
    let place = isGeographic ? Antimeridian.normalised(position) : position
    guard place.isFinite, let inStore = try? toStore.transform(place), inStore.isFinite else {
      return (.invalid, nil, position)
    }
    let location = index.locate(inStore)
    guard location.cell >= 0 else { return (.outside, nil, inStore) }
    return (location.isBorder ? .border : .inside, Int(location.cell), inStore)
  }

  /// The cells of two lists, each once, with its nearer place.
  private static func nearer(_ first: [NearestCell], _ second: [NearestCell]) -> [NearestCell] {
    let cells = Dictionary(
      (first + second).map { ($0.cell, $0) },
      uniquingKeysWith: { $1.distance < $0.distance ? $1 : $0 })
    return cells.values.sorted { ($0.distance, $0.cell) < ($1.distance, $1.cell) }
  }

  private func nearest(to position: Coordinate) -> LocateAnswer.Nearest? {
    let ground = scale.ground(at: position)
    let ratio = ground.map { $0.metresPerX / $0.metresPerY } ?? 1
    guard
      let leaf = index.levels.last,
      var nearest = index.locator.nearest(to: position, xScale: ratio),
      var distance = scale.distance(position, nearest.point)
    else { return nil }
    if let other = index.aroundTheGlobe(position, xScale: ratio, within: nearest.distance),
      let further = index.locator.nearest(to: other, xScale: ratio),
      let way = scale.distance(position, further.point), way < distance
    {
      (nearest, distance) = (further, way)
    }
    let cell = Int(nearest.cell)
    return LocateAnswer.Nearest(
      code: leaf.codes[cell], name: leaf.names[cell], distance: (distance * 100).rounded() / 100)
  }
}

/// Answers from one net beside another.
package struct NetLocator: Sendable {
  /// The name of the net.
  package let net: String
  /// Answers for each position; from the same reference system as the one it stands beside.
  package let locator: PointLocator

  package init(net: String, locator: PointLocator) {
    self.net = net
    self.locator = locator
  }
}
