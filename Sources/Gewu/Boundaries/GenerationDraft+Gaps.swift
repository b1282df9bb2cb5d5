import Geometry
import Grids
import Warehouse

extension GenerationDraft {
  /// How much larger a gap may be than the one that was accepted, as a share of it.
  ///
  /// A shore that was surveyed anew differs by less; a cell that is missing beside a lake mostly by
  /// more, and then somebody has to look.
  static let toleratedGrowth = 0.01

  /// Which of the gaps among some problems are accepted, by their places in the list.
  ///
  /// An accepted gap is the innermost gap that holds its position, unless that has grown.
  func acceptances(of problems: [CoverageProblem], scale: GroundScale) -> [Int: AcceptedGap] {
    guard !acceptedGaps.isEmpty else { return [:] }
    var found: [Int: AcceptedGap] = [:]
    for gap in acceptedGaps {
      guard let place = self.gap(at: gap.position, in: problems),
        area(of: problems[place], scale: scale) <= gap.area * (1 + Self.toleratedGrowth)
      else { continue }
      found[place] = found[place] ?? gap
    }
    return found
  }

  /// The place in a list of problems of the innermost gap around a position.
  func gap(at position: Coordinate, in problems: [CoverageProblem]) -> Int? {
    // A gap across the antimeridian goes on beyond 180 degrees.
    let beyond = isGeographic ? [Coordinate(x: position.x + 360, y: position.y)] : []
    return problems.indices.filter { index in
      ([position] + beyond).contains { problems[index].outline?.holds($0) == true }
    }.min { problems[$0].area < problems[$1].area }
  }

  /// The cells of a level as one coverage; see ``Antimeridian/joined(_:)``.
  func coverage(ofRank rank: Int, reach: Reach? = nil) -> Coverage {
    let boundaries = cells[rank].map { $0.boundary ?? MultiPolygon([]) }
    return Coverage(
      cells: isGeographic ? Antimeridian.joined(boundaries) : boundaries, reach: reach)
  }

  /// The area of a gap in square metres.
  func area(of gap: CoverageProblem, scale: GroundScale) -> Double {
    gap.area * (scale.ground(at: gap.at).map { $0.metresPerX * $0.metresPerY } ?? 1)
  }

  /// The area of accepted gaps in a boundary that does not leave them out, in squared units.
  func area(of gaps: [GenerationGap], in boundary: MultiPolygon) -> Double {
    gaps.filter { $0.box.intersects(boundary.box) }.reduce(0) { sum, gap in
      let outline = MultiPolygon([Polygon(rings: [gap.outline])])
      return sum + ((try? sharedArea(outline, boundary)) ?? 0)
    }
  }
}
