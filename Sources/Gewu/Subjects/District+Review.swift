import Subjects
import Warehouse

/// Items of the review queue that are alike: of one kind, and between two data sets.
package struct ReviewGroup: Sendable, Equatable, Encodable {
  /// The kind of subject.
  package var kind: String
  /// `conflict`, or why the ladder leaves rows open.
  package var reason: String
  /// The kind of conflict, or the rule.
  package var rule: String
  package var otherRule: String?
  /// The two data sets; the same one twice within one data set.
  package var sources: [String]
  package var items: Int

  package enum CodingKeys: String, CodingKey {
    case kind, reason, rule, sources, items
    case otherRule = "other_rule"
  }
}

/// One item of the review queue: which rows it is about, and none of their values.
package struct ReviewListing: Sendable, Equatable, Encodable {
  package var item: Int64
  /// What the item is named by from one assembly to the next; nil for one that was assembled before items had keys.
  package var key: String?
  package var kind: String
  package var reason: String
  package var rule: String
  package var otherRule: String?
  package var state: String
  /// What chose the value that stands now.
  package var criterion: String?
  /// The keys of the subjects, each once.
  package var subjects: [String]
  package var rows: [Row]

  package struct Row: Sendable, Equatable, Encodable {
    package var source: String
    package var row: Int64
    /// What contradicts, and which of the different values the row states, from 0.
    package var attribute: String?
    package var value: Int?
  }

  package enum CodingKeys: String, CodingKey {
    case item, key, kind, reason, rule, state, criterion, subjects, rows
    case otherRule = "other_rule"
  }
}

extension District {
  /// What waits for a decision, by kind and pair of data sets, the most frequent group first.
  ///
  /// An item counts once for each pair of data sets whose rows differ in it.
  ///
  /// - Parameters:
  ///   - kind: only of subjects of this kind.
  ///   - reason: only for this reason, kind of conflict or rule.
  /// - Throws: ``SubjectFault``.
  package func reviewGroups(
    ofKind kind: String? = nil, reason: String? = nil
  ) throws -> [ReviewGroup] {
    try check(kind: kind)
    var counts: [[String?]: Int] = [:]
    try store.read { session in
      try session.forEachReviewItem(ofKind: kind, reason: reason) { item in
        for pair in Self.pairs(of: item.rows) {
          let group = [item.kind, item.reason, item.rule, item.otherRule] + pair.map(Optional.some)
          counts[group, default: 0] += 1
        }
        return true
      }
    }
    return counts.map { group, count in
      ReviewGroup(
        kind: group[0] ?? "", reason: group[1] ?? "", rule: group[2] ?? "", otherRule: group[3],
        sources: group[4...].compactMap(\.self), items: count)
    }.sorted { left, right in
      if left.items != right.items { return left.items > right.items }
      let words = { (group: ReviewGroup) in
        [group.kind, group.reason, group.rule, group.otherRule ?? ""] + group.sources
      }
      return words(left).lexicographicallyPrecedes(words(right))
    }
  }

  private static func pairs(of rows: [ReviewRecord.Row]) -> Set<[String]> {
    var pairs: Set<[String]> = []
    for (place, one) in rows.enumerated() {
      for other in rows[(place + 1)...] where one.value == nil || one.value != other.value {
        pairs.insert([one.source, other.source].sorted())
      }
    }
    if pairs.isEmpty, let only = rows.first { pairs.insert([only.source, only.source]) }
    return pairs
  }

  /// The items of the review queue in the order in which they were found.
  ///
  /// - Parameter after: only items of larger numbers.
  /// - Throws: ``SubjectFault``.
  package func reviewItems(
    ofKind kind: String? = nil, reason: String? = nil, after: Int64 = 0, limit: Int = 100
  ) throws -> [ReviewListing] {
    try check(kind: kind)
    var items: [ReviewListing] = []
    try store.read { session in
      try session.forEachReviewItem(ofKind: kind, reason: reason, after: after) { item in
        items.append(ReviewListing(item))
        return items.count < limit
      }
    }
    return items
  }
}

extension ReviewListing {
  fileprivate init(_ record: ReviewRecord) {
    self.init(
      item: record.item, key: record.key?.text, kind: record.kind, reason: record.reason,
      rule: record.rule,
      otherRule: record.otherRule, state: record.state, criterion: record.criterion,
      subjects: Set(record.rows.compactMap(\.subject)).sorted().map(\.text),
      rows: record.rows.map {
        Row(source: $0.source, row: $0.row, attribute: $0.attribute, value: $0.value)
      })
  }
}
