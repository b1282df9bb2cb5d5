package import Subjects

/// What came of a visit.
package struct UseOutcomeRecord: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    /// More people sleep there than may.
    case confirmed
    case unfounded
    /// Nobody was met.
    case notReached = "not-reached"
  }

  /// Its number; 0 for one that was not written yet.
  package var number: Int64 = 0
  package var item: SubjectKey
  package var verdict: Verdict
  package var reason: String
  package var at = ""
  /// The last day on which it holds, `YYYY-MM-DD`; then the item is open again.
  package var until: String?
  /// The list that the item was in.
  package var list: String
  package var place: UsePlace

  package init(
    item: SubjectKey, verdict: Verdict, reason: String, until: String?, list: String,
    place: UsePlace
  ) {
    (self.item, self.verdict, self.reason, self.until) = (item, verdict, reason, until)
    (self.list, self.place) = (list, place)
  }

  /// Whether it holds on a day.
  package func holds(on day: String) -> Bool { until.map { day <= $0 } ?? true }
}

/// How many outcomes of a kind there are.
package struct UseOutcomeCount: Sendable, Equatable {
  package var list: String
  package var community: String
  package var buildingKind: String
  package var verdict: UseOutcomeRecord.Verdict
  package var outcomes: Int
}
