import Datasets
import Subjects
import Warehouse

/// One item of the review queue, with what its rows state.
package struct ReviewDetail: Sendable, Equatable, Encodable {
  /// What it is named by from one assembly to the next.
  package var key: String
  package var kind: String
  package var reason: String
  package var rule: String
  package var otherRule: String?
  package var state: String
  package var criterion: String?
  /// Whether no data set that the kind is made of has changed since it was assembled.
  package var isCurrent: Bool
  /// Whether values of persons were given out as they are.
  package var isUnmasked: Bool
  /// What can be decided: `same`, `different`, or the number of a value or a row.
  package var choices: [String]
  package var decision: Decision?
  package var rows: [Row]

  package enum CodingKeys: String, CodingKey {
    case key, kind, reason, rule, state, criterion, choices, decision, rows
    case otherRule = "other_rule"
    case isCurrent = "is_current"
    case isUnmasked = "is_unmasked"
  }

  /// What was decided of it last.
  package struct Decision: Sendable, Equatable, Encodable {
    package var number: Int64
    package var verdict: String
    package var reason: String
    package var at: String
    package var until: String?
  }

  /// A row that it is about.
  package struct Row: Sendable, Equatable, Encodable {
    package var source: String
    package var row: Int64
    /// What the row is known by in its data set; masked as values are.
    package var rowKey: String?
    package var subject: String?
    /// Which of the different values the row states, from 1; the place of the row where values do not differ.
    package var number: Int
    package var values: [Value]

    package enum CodingKeys: String, CodingKey {
      case source, row, subject, number, values
      case rowKey = "row_key"
    }
  }

  package struct Value: Sendable, Equatable, Encodable {
    package var attribute: String
    package var value: String?
  }
}

extension District {
  /// One item of the review queue with its rows and what they state.
  ///
  /// Values of persons are masked where no purpose is given; a read with one is written down before it returns.
  ///
  /// - Parameter text: the key of the item, 32 hexadecimal digits.
  /// - Throws: ``SubjectFault``; `StoreError`, `SealFault`.
  package func reviewItem(
    _ text: String, for purpose: ReadPurpose? = nil
  ) throws -> ReviewDetail {
    let matching = try matcherIfLoaded()
    let plane = try localPlane()
    let detail = try store.read { session in
      let (item, kind) = try Self.reviewItem(text, session)
      let rows = try ReviewRows(
        Set(item.rows.map { ReviewRows.Row(source: $0.source, id: $0.row) }), kind, session,
        matching: matching, plane: plane, isUnmasked: purpose != nil)
      var detail = ReviewDetail(
        key: text, kind: item.kind, reason: item.reason, rule: item.rule,
        otherRule: item.otherRule, state: item.state, criterion: item.criterion,
        isCurrent: kind.isCurrent, isUnmasked: purpose != nil,
        choices: ReviewChoice.all(of: item, rows.rules), rows: [])
      let decisions = try session.decisions(ofKind: item.kind)
      detail.decision = decisions.last { $0.item == item.key }.map {
        .init(
          number: $0.number, verdict: $0.verdict.rawValue, reason: $0.reason, at: $0.at,
          until: $0.until)
      }
      detail.rows = item.rows.enumerated().map { place, row in
        let number = rows.number(of: ReviewRows.Row(source: row.source, id: row.row))
        return ReviewDetail.Row(
          source: row.source, row: row.row, rowKey: number.map(rows.key),
          subject: row.subject?.text, number: (row.value ?? place) + 1,
          values: number.map { rows.values(of: $0, attribute: row.attribute) }?.map {
            .init(attribute: $0.attribute, value: $0.value)
          } ?? [])
      }
      return detail
    }
    if let purpose { try note(purpose, for: [("review/\(detail.key)", detail.rows.count)]) }
    return detail
  }

  /// An item of the queue and its kind of subject.
  static func reviewItem(
    _ text: String, _ session: StoreTransaction
  ) throws -> (ReviewRecord, SubjectKindEntry) {
    guard let key = SubjectKey(text) else { throw SubjectFault.notAnItem(text) }
    guard let item = try session.reviewItem(of: key),
      let kind = try session.subjectKinds().first(where: { $0.kind == item.kind })
    else { throw SubjectFault.noItem(text) }
    return (item, kind)
  }
}
