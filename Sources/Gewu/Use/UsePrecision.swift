import HotSpots
import Warehouse

/// How many of the homes that were visited were what they were taken for.
///
/// Small counts are withheld by the product's one rule (`Withholding`): each verdict is a table of its own,
/// by lists, by kinds of building and by communities; sums over verdicts are not published, nor is a share of which
/// one number is withheld.
package struct UsePrecision: Sendable, Equatable, Encodable {
  /// The outcomes of a list, a kind of building, a community, or of all; nil for what is withheld.
  package struct Line: Sendable, Equatable, Encodable {
    package var name: String
    package var confirmed: Int?
    package var unfounded: Int?
    package var notReached: Int?
    /// Confirmed ÷ (confirmed + unfounded); nil where one is withheld, or both are 0.
    package var precision: Double?

    package enum CodingKeys: String, CodingKey {
      case name, confirmed, unfounded, precision
      case notReached = "not_reached"
    }
  }

  package var all: Line
  package var byList: [Line]
  package var byBuildingKind: [Line]
  package var byCommunity: [Line]

  package enum CodingKeys: String, CodingKey {
    case all
    case byList = "by_list"
    case byBuildingKind = "by_building_kind"
    case byCommunity = "by_community"
  }

  init(_ counts: [UseOutcomeCount]) {
    let lists = Self.lines(counts, by: \.list)
    all = lists.all
    byList = lists.parts
    byBuildingKind = Self.lines(counts, by: \.buildingKind).parts
    byCommunity = Self.lines(counts, by: \.community).parts
  }

  private static func lines(
    _ counts: [UseOutcomeCount], by part: KeyPath<UseOutcomeCount, String>
  ) -> (all: Line, parts: [Line]) {
    let names = Set(counts.map { $0[keyPath: part] }).sorted()
    let tables = UseOutcomeRecord.Verdict.allCases.map { verdict in
      table(names, counts.filter { $0.verdict == verdict }, by: part)
    }
    let lines = ([""] + names).enumerated().map { place, name in
      let shown = tables.map { $0[place] }
      return Line(
        name: name, confirmed: shown[0], unfounded: shown[1], notReached: shown[2],
        precision: precision(shown[0], shown[1]))
    }
    return (lines[0], Array(lines.dropFirst()))
  }

  /// What is shown of the sum and of each part, for one verdict.
  private static func table(
    _ names: [String], _ counts: [UseOutcomeCount],
    by part: KeyPath<UseOutcomeCount, String>
  ) -> [Int?] {
    let sums = names.map { name in
      counts.filter { $0[keyPath: part] == name }.reduce(0) { $0 + $1.outcomes }
    }
    let whole = Withholding.Cell(code: "", count: sums.reduce(0, +))
    let cells =
      [whole] + zip(names, sums).map { Withholding.Cell(code: $0, count: $1, parent: 0) }
    let withheld = Withholding(cells).cells
    return cells.indices.map { withheld.contains($0) ? nil : cells[$0].count }
  }

  private static func precision(_ confirmed: Int?, _ unfounded: Int?) -> Double? {
    guard let confirmed, let unfounded, confirmed + unfounded > 0 else { return nil }
    return Double(confirmed) / Double(confirmed + unfounded)
  }
}

extension District {
  /// What came of all visits, those of outcomes that were removed too.
  ///
  /// - Throws: `StoreError`.
  package func usePrecision() throws -> UsePrecision {
    UsePrecision(try store.read { try $0.useOutcomeCounts() })
  }
}
