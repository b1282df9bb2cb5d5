import Datasets
import Subjects
import Tabular
import Warehouse

/// A row of a department that contradicts others, or may be of another subject, for it to look at.
package struct ReviewFault: Sendable, Equatable, Encodable {
  /// The key of the item of the queue, and its kind of subject.
  package var item: String
  package var kind: String
  package var reason: String
  package var rule: String
  package var state: String
  /// The data set, with `#` and the role where the row names the subject in passing.
  package var source: String
  package var row: Int64
  /// What the row is known by in its data set; masked as values are.
  package var rowKey: String?
  /// The field at fault; nil where the row as a whole is in question.
  package var field: String?
  package var value: String?
  /// The data sets whose rows say something else.
  package var others: [String]

  package enum CodingKeys: String, CodingKey {
    case item, kind, reason, rule, state, source, row, field, value, others
    case rowKey = "row_key"
  }
}

extension District {
  /// The rows of one data set that wait in the review queue, in the order of the queue.
  ///
  /// Values and keys of persons are masked where no purpose is given; a read with one is written down before it
  /// returns. Of other data sets only the names are told.
  ///
  /// - Throws: ``SubjectFault``; `StoreError`, `SealFault`.
  package func reviewFaults(
    of dataset: String, kind: String? = nil, for purpose: ReadPurpose? = nil
  ) throws -> [ReviewFault] {
    try check(kind: kind)
    let matching = try matcherIfLoaded()
    let plane = try localPlane()
    let faults = try store.read { session in
      guard try session.dataset(named: dataset) != nil else {
        throw SubjectFault.noDataset(dataset)
      }
      return try session.subjectKinds().filter { kind == nil || $0.kind == kind }.flatMap { kind in
        var items: [ReviewRecord] = []
        try session.forEachReviewItem(ofKind: kind.kind, reason: nil) { item in
          if item.rows.contains(where: { $0.dataset == dataset }) { items.append(item) }
          return true
        }
        let own = items.flatMap(\.rows).filter { $0.dataset == dataset }
        let rows = try ReviewRows(
          Set(own.map { ReviewRows.Row(source: $0.source, id: $0.row) }), kind, session,
          matching: matching, plane: plane, isUnmasked: purpose != nil)
        return items.flatMap { Self.faults(of: dataset, in: $0, rows) }
      }
    }
    if let purpose { try note(purpose, for: [("review/\(dataset)", faults.count)]) }
    return faults
  }

  private static func faults(
    of dataset: String, in item: ReviewRecord, _ rows: ReviewRows
  ) -> [ReviewFault] {
    item.rows.filter { $0.dataset == dataset }.map { row in
      let number = rows.number(of: ReviewRows.Row(source: row.source, id: row.row))
      let others = item.rows.filter {
        ($0.source, $0.row) != (row.source, row.row) && ($0.value == nil || $0.value != row.value)
      }
      return ReviewFault(
        item: item.key?.text ?? "", kind: item.kind, reason: item.reason, rule: item.rule,
        state: item.state, source: row.source, row: row.row, rowKey: number.map(rows.key),
        field: number.flatMap { number in
          row.attribute.flatMap { rows.field(of: $0, in: number) }
        },
        value: number.flatMap { number in
          row.attribute.flatMap { rows.values(of: number, attribute: $0).first?.value }
        }, others: Set(others.map(\.source)).sorted())
    }
  }
}

extension [ReviewFault] {
  /// The rows as CSV in UTF-8.
  package var csv: [UInt8] {
    var writer = CSVWriter(isGuarded: true)
    writer.write([
      "item", "kind", "reason", "rule", "state", "source", "row", "row_key", "field", "value",
      "others",
    ])
    for fault in self {
      writer.write([
        fault.item, fault.kind, fault.reason, fault.rule, fault.state, fault.source,
        "\(fault.row)", fault.rowKey ?? "", fault.field ?? "", fault.value ?? "",
        fault.others.joined(separator: " "),
      ])
    }
    return writer.take()
  }
}
