import Intake
import Foundation
import GRDB

/// What an examination of a store found.
package struct VerificationReport: Hashable, Sendable, Codable {
  /// Something that is not as it must be.
  package struct Problem: Hashable, Sendable, Codable {
    /// What and where, in English.
    package var message: String
    package var messageChinese: String

    package enum CodingKeys: String, CodingKey {
      case message
      case messageChinese = "message_zh"
    }
  }

  /// One property that was examined.
  package struct Check: Hashable, Sendable, Codable {
    package var name: String
    /// How many things were examined: pages, batches, rows, files, indexes.
    package var examined: Int
    /// What is wrong; the first 100 of them.
    package var problems: [Problem] = []
    /// How many problems were left out of ``problems``.
    package var more = 0
    /// What is worth knowing and no fault.
    package var notes: [Problem] = []
  }

  package var store: String
  package var clean: Bool { checks.allSatisfy { $0.problems.isEmpty } }
  /// All that was examined, in order.
  package var checks: [Check] = []

  package enum CodingKeys: String, CodingKey {
    case store, clean, checks
  }

  init(store: String) {
    self.store = store
  }

  /// Writes `clean` beside what it follows from.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(store, forKey: .store)
    try container.encode(clean, forKey: .clean)
    try container.encode(checks, forKey: .checks)
  }

  /// Reads what `encode(to:)` wrote.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    store = try container.decode(String.self, forKey: .store)
    checks = try container.decode([Check].self, forKey: .checks)
  }
}

extension VerificationReport.Check {
  /// Most problems of one kind that are listed.
  static let limit = 100

  /// Adds a problem, or counts it where enough are listed.
  mutating func fail(_ message: String, _ chinese: String) {
    guard problems.count < Self.limit else {
      more += 1
      return
    }
    problems.append(.init(message: message, messageChinese: chinese))
  }

  /// Adds a problem where two figures differ.
  mutating func expect(
    _ found: Int, _ wanted: Int, _ what: String, _ chinese: String
  ) {
    guard found != wanted else { return }
    fail("\(what): \(found), but \(wanted) by the batch", "\(chinese):\(found),而批次记录为 \(wanted)")
  }
}

/// What a batch says of itself, for its verification.
struct VerifiedBatch: FetchableRecord {
  let id: Int64
  let dataset: String
  /// Its figures, without reasons.
  let report: ImportReport
  /// How many more of its versions have a cell since they were attached again.
  let attachedShift: Int
  /// What was taken back of it.
  let rollback: RollbackReport?

  init(row: Row) throws {
    report = try BatchRecord(row: row).report
    (id, dataset) = (report.batch ?? 0, report.dataset)
    attachedShift = row["attached_shift"]
    let text: String? = row["rollback"]
    rollback = text.flatMap {
      try? JSONDecoder().decode(RollbackReport.self, from: Data($0.utf8))
    }
  }

  /// The versions that it brought.
  var brought: Int { report.inserted + report.updated }

  /// The versions of other batches that it ended, and that have not been opened again.
  var ended: Int {
    report.updated + report.retired - (rollback?.updatedReversed ?? 0)
      - (rollback?.retiredReversed ?? 0)
  }

  /// The versions that it brought and that were taken back.
  var takenBack: Int { (rollback?.insertedReversed ?? 0) + (rollback?.updatedReversed ?? 0) }
}
