import Geometry

/// One pass of a repair: joins borders, then gives narrow regions to one cell each, among the cells with
/// problems and those around them.
///
/// Cells that it would make worse are left as they are, and the pass begins anew without them.
struct RepairPass {
  struct Result {
    var cells: [MultiPolygon]
    var steps: [RepairStep]
    /// The check of all cells, where the pass looked at all of them.
    var survey: RepairSurvey?
  }

  private let all: [MultiPolygon]
  private let options: CoverageRepair.Options
  private let reach: Reach
  /// The numbers of the cells that the pass looks at.
  private var members: [Int32] = []
  private let local: [MultiPolygon]
  private let survey: RepairSurvey
  private let isSick: [Bool]
  private let sizes: [CellSize]
  private let broken: Set<Int32>
  private let kept: Set<Coordinate>

  /// - Parameter kept: the lowest positions of gaps that stay.
  init(
    _ cells: [MultiPolygon], _ survey: RepairSurvey, kept: Set<Coordinate>, reach: Reach,
    options: CoverageRepair.Options
  ) {
    all = cells
    self.kept = kept
    self.reach = reach
    self.options = options
    let sick = Set(survey.coverage.problems.lazy.filter { !$0.isNote }.flatMap(\.cells))
    let around = Self.around(sick, survey.edges, count: cells.count)
    let isWhole = around.count * 3 > cells.count * 2
    let members = isWhole ? cells.indices.map { Int32($0) } : around.sorted()
    let local = isWhole ? cells : members.map { cells[Int($0)] }
    self.members = members
    self.local = local
    self.survey = isWhole || sick.isEmpty ? survey : RepairSurvey(local, reach: reach)
    isSick = members.map { sick.contains($0) }
    sizes = local.map { CellSize($0, reach) }
    // What crosses itself or bounds nothing is for people to draw anew.
    broken = Set(
      self.survey.coverage.problems.lazy.filter { $0.kind == .invalidRing }.flatMap(\.cells))
  }

  /// The cells that have a position in common with any of some cells, those included.
  private static func around(
    _ cells: Set<Int32>, _ edges: EdgeTable, count: Int
  ) -> Set<Int32> {
    var isOne = [Bool](repeating: false, count: count)
    for cell in cells { isOne[Int(cell)] = true }
    var isAround = [Bool](repeating: false, count: count)
    var isNear = [Bool](repeating: false, count: edges.vertices.count)
    for edge in 0..<Int32(edges.count) {
      var isTheirs = false
      edges.forEachUse(of: edge) { cell, _ in isTheirs = isTheirs || isOne[Int(cell)] }
      guard isTheirs else { continue }
      isNear[Int(edges.ends[Int(edge)].lower)] = true
      isNear[Int(edges.ends[Int(edge)].upper)] = true
    }
    for edge in 0..<Int32(edges.count) {
      let ends = edges.ends[Int(edge)]
      guard isNear[Int(ends.lower)] || isNear[Int(ends.upper)] else { continue }
      edges.forEachUse(of: edge) { cell, _ in isAround[Int(cell)] = true }
    }
    let around = cells.union(isAround.indices.lazy.filter { isAround[$0] }.map { Int32($0) })
    return around
  }

  /// The cells after the pass; nil where there is nothing to do, or nothing that can be.
  ///
  /// - Parameter still: cells that must stay as they are.
  func result(without still: Set<Int32>) -> Result? {
    guard isSick.contains(true) else { return nil }
    var frozen = broken
    if !still.isEmpty {
      frozen.formUnion(
        members.indices.lazy.filter { still.contains(members[$0]) }.map { Int32($0) })
    }
    let contacts = BorderContacts(
      survey.edges, isSick: isSick, tolerance: options.tolerance, reach: reach)
    var (surveys, spoils) = (0, 0)
    while surveys < Self.mostAttempts {
      guard let attempt = attempt(contacts, without: frozen) else { return nil }
      let judge = RepairJudge(
        before: survey.coverage, was: local, now: attempt.cells, steps: attempt.steps,
        share: options.share)
      var worse = attempt.crossed.isEmpty ? judge.spoiled() : attempt.crossed
      let edges = worse.isEmpty && attempt.regions == nil ? CoverageEdges(attempt.cells) : nil
      if let edges { worse = judge.changed.intersection(edges.crossedCells) }
      if !worse.isEmpty, spoils < Self.mostAttempts {
        // Known without a check; the attempts below are for what only a check can tell.
        spoils += 1
        frozen.formUnion(worse)
        continue
      }
      let next = RepairSurvey(
        attempt.regions ?? edges.map(CoverageRegions.init) ?? CoverageRegions(attempt.cells),
        cellCount: local.count, reach: reach)
      worse.formUnion(judge.worsened(next.coverage))
      if worse.isEmpty { return result(of: attempt, next) }
      // Some attempts go cell by cell; then all that hangs together with a cell that becomes worse stays.
      surveys += 1
      let isSingle = surveys < Self.singleAttempts
      frozen.formUnion(isSingle ? worse : judge.connected(to: worse, next.coverage))
    }
    return nil
  }

  /// More attempts than this are a knot that is for people to untie.
  private static let mostAttempts = 8
  private static let singleAttempts = 4

  private struct Attempt {
    var cells: [MultiPolygon]
    var steps: [RepairStep]
    /// The regions of the cells, where they are known already.
    var regions: CoverageRegions?
    /// Changed cells whose edges cross and would go on to; no region was given away.
    var crossed: Set<Int32> = []
  }

  private func attempt(_ contacts: BorderContacts, without frozen: Set<Int32>) -> Attempt? {
    let state = RepairState(
      isSick: isSick, isFrozen: local.indices.map { frozen.contains(Int32($0)) },
      isBroken: local.indices.map { broken.contains(Int32($0)) }, sizes: sizes, kept: kept,
      options: options, reach: reach)
    var attempt = Attempt(cells: local, steps: [])
    let moves = BorderMoves(contacts, state)
    // Between the two steps nobody asks what is wrong.
    if !moves.steps.isEmpty {
      moves.apply(to: &attempt.cells)
      attempt.steps += moves.steps
      attempt.regions = CoverageRegions(attempt.cells)
    }
    let claims = RegionClaims(
      attempt.regions?.edges ?? survey.edges, attempt.regions.map(\.map) ?? survey.map, state)
    if let regions = attempt.regions {
      attempt.crossed = claims.crossedCells(regions.contacts).filter {
        local[Int($0)] != attempt.cells[Int($0)]
      }
      if !attempt.crossed.isEmpty { return attempt }
    }
    if !claims.steps.isEmpty {
      claims.apply(to: &attempt.cells)
      attempt.steps += claims.steps
      attempt.regions = nil
    }
    return attempt.steps.isEmpty ? nil : attempt
  }

  private func result(of attempt: Attempt, _ survey: RepairSurvey) -> Result {
    var cells = all
    for (number, cell) in attempt.cells.enumerated() { cells[Int(members[number])] = cell }
    let steps = attempt.steps.map { step in
      var step = step
      step.cells = step.cells.map { members[Int($0)] }
      return step
    }
    return Result(
      cells: cells, steps: steps, survey: members.count == all.count ? survey : nil)
  }
}

/// What a pass knows of its cells.
struct RepairState {
  /// Whether a cell has problems; others are changed only where they have a position in common with one
  /// that has.
  let isSick: [Bool]
  /// Whether a cell stays as it is.
  let isFrozen: [Bool]
  /// Whether a ring of the cell is invalid, so that what is beside it is not to be trusted.
  let isBroken: [Bool]
  let sizes: [CellSize]
  /// The lowest positions of gaps that stay.
  let kept: Set<Coordinate>
  let options: CoverageRepair.Options
  let reach: Reach

  /// How far positions of a cell may be moved, in metres: less for a cell that is so narrow that it
  /// would lose more than its share.
  func tolerance(of cell: Int32) -> Double {
    let size = sizes[Int(cell)]
    guard size.around > 0 else { return 0 }
    return min(options.tolerance, options.share * size.area / size.around)
  }
}

/// The size of a cell on the ground.
struct CellSize {
  /// Square metres.
  var area = 0.0
  /// The length of all its rings in metres.
  var around = 0.0

  init(_ cell: MultiPolygon, _ reach: Reach) {
    guard let first = cell.rings.first?.coordinates.first else { return }
    let scale = reach.scale(first)
    area = cell.area * scale.x * scale.y
    for ring in cell.rings {
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        let (x, y) = ((b.x - a.x) * scale.x, (b.y - a.y) * scale.y)
        around += (x * x + y * y).squareRoot()
      }
    }
  }
}
