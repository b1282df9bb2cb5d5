/// What came of a visit, as one says it.
package enum UseVerdict: String, Sendable, CaseIterable {
  /// More people sleep there than may.
  case confirmed
  case unfounded
  /// Nobody was met.
  case notReached = "not-reached"
}

/// A home whose use stands out, without its address and without a name.
package struct UseItem: Sendable, Equatable, Encodable {
  /// What came of it: nobody was there yet, or the verdict of the last visit that still holds.
  package enum State: String, Sendable, CaseIterable, Encodable {
    case open, confirmed, unfounded
    case notReached = "not-reached"
  }

  /// What came of a visit.
  package struct Outcome: Sendable, Equatable, Encodable {
    package var verdict: String
    package var reason: String
    package var at: String
    package var until: String?
  }

  /// The key of the item.
  package var item: String
  package var state: State
  /// `1`, `2` or `held`; none where it does not stand out any more.
  package var lists: [String]
  package var cell: String
  package var community: String
  package var buildingKind: String
  /// Nil where it does not stand out any more.
  package var details: UseDetails?
  package var outcome: Outcome?
  /// Only where it was asked for with a purpose.
  package var address: String?

  package enum CodingKeys: String, CodingKey {
    case item, state, lists, cell, community, details, outcome, address
    case buildingKind = "building_kind"
  }
}

/// Items of the queue with what the judgement was.
package struct UseListing: Sendable, Equatable, Encodable {
  package var asOf: String
  /// Whether nothing has changed since that it depends on.
  package var isCurrent: Bool
  /// How many homes were judged, and how many of them would reach the limit of z by chance.
  package var judged: Int
  package var byChance: Double
  /// How many of the first list z alone expects to be there by chance.
  package var expectedFalse: Double
  /// How many items fit, of which only the first are in ``items``.
  package var found: Int
  package var items: [UseItem]

  package enum CodingKeys: String, CodingKey {
    case judged, found, items
    case asOf = "as_of"
    case isCurrent = "is_current"
    case byChance = "by_chance"
    case expectedFalse = "expected_false"
  }
}

/// Which items are listed.
package struct UseQuestion: Sendable, Equatable {
  /// A list of the queue.
  package enum List: String, Sendable, CaseIterable {
    case standing = "1"
    case step = "2"
    case held
  }

  package var list: List?
  package var state: UseItem.State?
  /// Those in this cell, or in cells below it.
  package var cell: String?
  package var limit: Int

  package init(
    list: List? = nil, state: UseItem.State? = nil, cell: String? = nil, limit: Int = 100
  ) {
    (self.list, self.state, self.cell, self.limit) = (list, state, cell, limit)
  }
}
