/// What a check of a generation's boundaries found, level by level.
package struct GridCheckReport: Sendable, Equatable, Codable {
  /// One fault, or one thing worth knowing, at one place.
  package struct Problem: Sendable, Equatable, Codable {
    /// The sort of fault: `gap`, `slit`, `overlap`, `mismatched_edge`, `t_junction`,
    /// `invalid_ring`, `missing_parent`, `missing_boundary`, `outside_parent`,
    /// `area_balance`; among the notes `self_touch` and `accepted_gap`.
    package var kind: String
    /// What people call an accepted gap.
    package var name: String?
    /// The codes of the cells concerned.
    package var cells: [String]
    /// Where it is: longitude and latitude in WGS 84 degrees.
    package var at: [Double]
    /// The area concerned in square metres, 0 for a line or a point.
    ///
    /// Computed on a sphere at the place: good to 1 %, meant for sorting.
    package var area: Double
    /// The length concerned in metres, 0 where an area or a point is concerned.
    package var length: Double
  }

  /// Cells that are connected with each other and with no other cell.
  package struct Piece: Sendable, Equatable, Codable {
    /// How many cells it has.
    package var cells: Int
    /// Their codes; of the largest piece none.
    package var codes: [String]
  }

  /// What was found on one level.
  package struct Level: Sendable, Equatable, Codable {
    package var level: String
    /// How many cells it has.
    package var cells: Int
    /// What makes the coverage invalid.
    package var problems: [Problem]
    /// What is accepted and worth knowing.
    package var notes: [Problem]
    /// The connected pieces, the largest first; those of a level without boundaries are none.
    package var pieces: [Piece] = []
  }

  package var generation: Int64
  /// Whether nothing was found but notes.
  package var valid: Bool
  /// How many households the grids have; nil where no data set tells.
  package var sizes: GridSizeReport?
  /// The levels that have cells, top first.
  package var levels: [Level]

  /// The number of problems on all levels.
  package var problemCount: Int { levels.reduce(0) { $0 + $1.problems.count } }
}

/// The refusal to activate a generation whose coverage failed its check; nothing was changed.
package struct InvalidCoverage: UseCaseError, Sendable, Equatable {
  package let report: GridCheckReport

  package init(report: GridCheckReport) {
    self.report = report
  }

  package var kind: FailureKind { .refused }
}
