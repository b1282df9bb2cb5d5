public import Geometry

/// Mends the usual faults of boundaries that were drawn or converted one by one: positions that should
/// be one, positions beside the edge that they should be on, narrow gaps, slits and overlaps.
///
/// What is done is relative to the cells: none loses or wins more than a share of its area, and where
/// mending one fault would make a cell invalid, or a cell faulty that is not, it is left as it is and
/// stays among the problems. Every step is recorded. What is sound is left bit for bit as it is, and a
/// run over the result has nothing to do: passes are made until one changes nothing, and each must leave
/// fewer problems than it found.
///
/// ```swift
/// var repair = CoverageRepair(cells: cells, reach: reach)
/// repair.run()
/// let isMended = repair.after.isValid
/// ```
public struct CoverageRepair: Sendable {
  /// How far a repair may go.
  public struct Options: Sendable {
    /// How far a position may be moved, and an edge bent, in metres.
    public var tolerance = 0.1
    /// The greatest mean width of a gap or an overlap that is given to one cell, in metres.
    public var sliverWidth = 1.0
    /// The greatest share of its area that a cell may lose or win, 0…1.
    public var share = 0.05

    /// Takes 10 cm, 1 m and a twentieth where nothing else is said.
    public init() {}
  }

  /// The cells as they are now.
  public private(set) var cells: [MultiPolygon]
  /// What was done, in its order.
  public private(set) var steps: [RepairStep] = []
  /// The check before.
  public let before: Coverage
  /// The check of the cells as they are now.
  public private(set) var after: Coverage

  private let options: Options
  private let reach: Reach
  private var survey: RepairSurvey
  private var kept: Set<Coordinate> = []

  /// Checks the cells, and changes nothing yet.
  ///
  /// - Parameter reach: up to which width slits are problems, and how long a unit is on the ground.
  public init(cells: [MultiPolygon], reach: Reach, options: Options = Options()) {
    self.cells = cells
    self.options = options
    let reach = reach.remembering()
    self.reach = reach
    survey = RepairSurvey(cells, reach: reach)
    before = survey.coverage
    after = before
  }

  /// Leaves gaps as they are, those with a lowest position at one of some places.
  public mutating func keepGaps(at places: [Coordinate]) { kept.formUnion(places) }

  /// Mends what can be mended.
  public mutating func run() {
    var frozen: Set<Int32> = []
    while true {
      let pass = RepairPass(cells, survey, kept: kept, reach: reach, options: options)
      guard let result = pass.result(without: frozen) else { return }
      let next = result.survey ?? RepairSurvey(result.cells, reach: reach)
      if result.survey == nil {
        // What a pass over some of the cells cannot see, as a cell in the middle of a gap.
        let judge = RepairJudge(
          before: survey.coverage, was: cells, now: result.cells, steps: result.steps,
          share: options.share)
        let worse = judge.spoiled().union(judge.worsened(next.coverage))
        if !worse.isEmpty {
          if worse.isSubset(of: frozen) { return }
          frozen.formUnion(worse)
          continue
        }
      }
      frozen = []
      guard Self.count(next) < Self.count(survey) else { return }
      cells = result.cells
      steps += result.steps
      survey = next
      after = next.coverage
    }
  }

  private static func count(_ survey: RepairSurvey) -> Int {
    survey.coverage.problems.count { !$0.isNote }
  }
}

/// One change of a repair.
public struct RepairStep: Sendable, Equatable {
  /// The sorts of change.
  public enum Kind: String, Sendable, Codable {
    /// A position was moved to one of another cell.
    case snap
    /// A position of another cell was put into an edge.
    case split
    /// A gap was given to the cell with the longest border to it that it is small for.
    case fillGap = "fill_gap"
    /// What several cells held was left to the smallest of them.
    case cutOverlap = "cut_overlap"
  }

  /// The sort of change.
  public var kind: Kind
  /// The cells concerned, the one that was changed first.
  public var cells: [Int32]
  /// Where: the position that was moved to or put in, or a position of the area.
  public var at: Coordinate
  /// The area that changed hands, in squared units.
  public var area: Double
  /// The area as a share of that of the first cell.
  public var share: Double
  /// How far a position was moved or an edge bent, in metres; 0 for areas.
  public var distance: Double
}

/// The check of cells, with the regions that it found.
struct RepairSurvey: Sendable {
  let coverage: Coverage
  let map: DepthMap?

  init(_ cells: [MultiPolygon], reach: Reach) {
    self.init(CoverageRegions(cells), cellCount: cells.count, reach: reach)
  }

  init(_ regions: CoverageRegions, cellCount: Int, reach: Reach) {
    coverage = Coverage(regions, cellCount: cellCount, reach: reach)
    map = regions.map
  }

  var edges: EdgeTable { coverage.edges }
}
