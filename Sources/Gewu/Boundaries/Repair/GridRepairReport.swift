import Geometry
import Grids
import Tabular

/// What is proposed to mend the boundaries of a generation.
package struct GridRepairReport: Sendable, Equatable, Codable {
  package struct Change: Sendable, Equatable, Codable {
    /// `snap`, `split`, `fill_gap` or `cut_overlap`; see ``Grids/RepairStep/Kind``.
    package var kind: String
    /// The codes of the cells concerned, the one that was changed first.
    package var cells: [String]
    /// Where it is: longitude and latitude in WGS 84 degrees.
    package var at: [Double]
    /// The area that changed hands in square metres.
    ///
    /// Computed on a sphere at the place: good to 1 %, meant for sorting.
    package var area: Double
    /// The area as a share of that of the first cell, 0…1.
    package var share: Double
    /// How far a position was moved or an edge bent, in metres.
    package var distance: Double
  }

  /// The changes of one level.
  package struct Level: Sendable, Equatable, Codable {
    package var level: String
    /// How many problems it had.
    package var before: Int
    package var after: Int
    /// The changes in their order.
    package var changes: [Change]
  }

  /// The generation that was looked at.
  package var generation: Int64
  /// The new generation that has the changes; nil where nothing was kept.
  package var proposed: Int64?
  /// Whether the result is valid on all levels.
  package var valid: Bool
  /// The levels that came from files, top first.
  package var levels: [Level]

  /// The greatest share of its area that changes took of a cell, or that they gave to it, at most, and
  /// that cell's code.
  package func greatestShare(of level: Level) -> (code: String, share: Double)? {
    var lost: [String: Double] = [:]
    var won: [String: Double] = [:]
    for change in level.changes {
      guard let cell = change.cells.first else { continue }
      // What a position that is moved sweeps over may be lost or won.
      if change.kind != "fill_gap" { lost[cell, default: 0] += change.share }
      if change.kind != "cut_overlap" { won[cell, default: 0] += change.share }
    }
    return lost.merging(won, uniquingKeysWith: max)
      .max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  /// The number of changes on all levels.
  package var changeCount: Int { levels.reduce(0) { $0 + $1.changes.count } }
}

/// How far a repair of boundaries may go.
package struct GridRepairOptions: Sendable {
  /// How far a position may be moved, and an edge bent, in metres.
  package var tolerance: Double
  /// The greatest mean width of a gap or an overlap that is given to one of the cells around it, in
  /// metres.
  package var sliverWidth: Double
  /// The greatest share of its area that a cell may lose or win, 0…1.
  package var maximumShare: Double

  /// Takes 10 cm, 1 m and a twentieth where nothing else is said: the accuracy of a good survey, less
  /// than a footpath, and less than what would be another cell.
  package init(tolerance: Double = 0.1, sliverWidth: Double = 1, maximumShare: Double = 0.05) {
    self.tolerance = tolerance
    self.sliverWidth = sliverWidth
    self.maximumShare = maximumShare
  }
}

extension GridRepairReport {
  /// The changes as GeoJSON (RFC 7946): a point each, with what was changed as properties.
  package var geoJSON: [UInt8] {
    var text = GeoJSONText(.exact)
    for level in levels {
      for change in level.changes {
        var properties = Array(#"{"level":"#.utf8)
        JSONText.append(level.level, to: &properties)
        properties += #","kind":"\#(change.kind)","cells":["#.utf8
        for (index, cell) in change.cells.enumerated() {
          if index > 0 { properties.append(UInt8(ascii: ",")) }
          JSONText.append(cell, to: &properties)
        }
        properties += #"],"area":"#.utf8
        JSONText.append(change.area, to: &properties)
        properties += #","share":"#.utf8
        JSONText.append(change.share, to: &properties)
        properties += #","distance":"#.utf8
        JSONText.append(change.distance, to: &properties)
        properties.append(UInt8(ascii: "}"))
        let point = change.at.count == 2 ? Coordinate(x: change.at[0], y: change.at[1]) : nil
        text.append(properties: properties, point: point)
      }
    }
    return text.finish()
  }
}
