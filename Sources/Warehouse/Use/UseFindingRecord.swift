package import Foundation
package import Subjects

/// How homes were judged last.
package struct UseJudgementRecord: Sendable, Equatable {
  package var id: Int64 = 0
  /// The day as of which, `YYYY-MM-DD`.
  package var asOf: String
  package var judgedAt = ""
  /// The text of the rules.
  package var rules: String
  package var homes: Int
  package var judged: Int
  /// How many would reach the limit by chance, and how many of the first list z alone expects to.
  package var byChance: Double
  package var expectedFalse: Double
  /// How many were not judged, by the name of the reason.
  package var notJudged: [String: Int]
  /// Whether nothing has changed since that it depends on.
  package var isCurrent = true

  package init(
    asOf: String, rules: String, homes: Int, judged: Int, byChance: Double, expectedFalse: Double,
    notJudged: [String: Int]
  ) {
    (self.asOf, self.rules, self.homes, self.judged) = (asOf, rules, homes, judged)
    (self.byChance, self.expectedFalse, self.notJudged) = (byChance, expectedFalse, notJudged)
  }
}

/// A home that stands out, as it is kept: no address and no name.
package struct UseFindingRecord: Sendable, Equatable {
  /// The key of the item: the same as long as it is about the same home.
  package var item: SubjectKey
  /// The row that has the address.
  package var source: String
  package var row: Int64
  package var place: UsePlace
  package var isStanding: Bool
  package var isStep: Bool
  package var isHeld: Bool
  /// The figures, as whoever writes them reads them.
  package var details: Data

  package init(
    item: SubjectKey, source: String, row: Int64, place: UsePlace, isStanding: Bool, isStep: Bool,
    isHeld: Bool, details: Data
  ) {
    (self.item, self.source, self.row, self.place) = (item, source, row, place)
    (self.isStanding, self.isStep, self.isHeld) = (isStanding, isStep, isHeld)
    self.details = details
  }

  /// The list that it is counted in: the first, the second, or what is held back.
  package var list: String { isStanding ? "1" : isStep ? "2" : "held" }
}

/// Where a home is, as far as it is told without a purpose.
package struct UsePlace: Sendable, Hashable {
  /// The code of its cell and of the one above.
  package var cell: String
  package var community: String
  /// The kind of its building, as the data set that has it writes it.
  package var buildingKind: String

  package init(cell: String, community: String, buildingKind: String) {
    (self.cell, self.community, self.buildingKind) = (cell, community, buildingKind)
  }
}
