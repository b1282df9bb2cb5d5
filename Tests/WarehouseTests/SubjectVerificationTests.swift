import Foundation
import GRDB
import Testing

@testable import Warehouse

/// Subjects that are not what the rows of the store make them.
@Suite struct `The verification of subjects` {
  /// A store with one subject that is made of all current rows of a data set.
  private func bench() throws -> ImportBench {
    let bench = try VerificationTests().bench()
    try bench.store.database.write { db in
      try db.execute(
        sql: """
          INSERT INTO subject_kind (kind, rules, assembled_at, operation)
            SELECT 'thing', 'rules', '2026-01-01T00:00:00Z', max(id) FROM operation;
          INSERT INTO subject_source VALUES (1, 'thing', 'thing', '');
          INSERT INTO subject_attribute VALUES (1, 'thing', 'kind');
          INSERT INTO subject (id, kind, key, state) VALUES (1, 'thing', randomblob(16), 'standing');
          INSERT INTO subject_member SELECT 1, id, 1 FROM src_thing WHERE to_batch IS NULL;
          INSERT INTO subject_value SELECT 1, 1, 0, 1, min(row_id), 'only' FROM subject_member;
          INSERT INTO subject_fact
            SELECT 1, 0, 'owns', randomblob(16), 1, min(row_id), NULL, NULL, 1, 0, 0, 0
            FROM subject_member;
          INSERT INTO review_item (id, kind, reason, rule, state)
            VALUES (1, 'thing', 'candidate', 'I4', 'open');
          INSERT INTO review_row SELECT 1, 0, 1, min(row_id), NULL, NULL FROM subject_member;
          """)
    }
    return bench
  }

  private func problems(_ bench: ImportBench) throws -> [VerificationFinding] {
    try bench.store.verify().checks.first { $0.subject == .subjects }?.problems ?? []
  }

  @Test func `finds nothing where all is of its rows`() throws {
    let bench = try bench()
    #expect(try bench.store.verify().clean)
    #expect(try bench.store.verify().checks.first { $0.subject == .subjects }?.examined == 1)
  }

  static let damages: [(String, VerificationFinding)] = [
    (
      "UPDATE subject_member SET row_id = 999 WHERE row_id = (SELECT max(row_id) FROM subject_member)",
      .subjectRowsMissing(kind: "thing", dataset: "thing", rows: 1)
    ),
    (
      "UPDATE src_thing SET to_batch = 2 WHERE id = (SELECT max(row_id) FROM subject_member)",
      .subjectRowsEnded(kind: "thing", dataset: "thing", rows: 1)
    ),
    (
      "DELETE FROM subject_member WHERE row_id > (SELECT min(row_id) FROM subject_member); "
        + "UPDATE subject SET state = 'gone'",
      .subjectRowsAstray(kind: "thing", dataset: "thing", rows: 1)
    ),
    ("DELETE FROM subject_member", .subjectsWithoutRows(kind: "thing", subjects: 1)),
    (
      "UPDATE subject_value SET row_id = 999",
      .subjectPartAstray(kind: "thing", table: "subject_value", rows: 1)
    ),
    (
      "UPDATE subject_fact SET row_id = 999",
      .subjectPartAstray(kind: "thing", table: "subject_fact", rows: 1)
    ),
    (
      "UPDATE review_row SET row_id = 999",
      .subjectPartAstray(kind: "thing", table: "review_row", rows: 1)
    ),
    (
      "UPDATE subject_kind SET kind = 'other'",
      .subjectKindMissing(kind: "thing", table: "subject", rows: 1)
    ),
    (
      "INSERT INTO review_decision (kind, item, verdict, rule, seen, reason, at, operation) "
        + "VALUES ('firm', x'00', 'same', 'I4', x'00', 'seen', '2026-01-01T00:00:00Z', 1)",
      .subjectKindMissing(kind: "firm", table: "review_decision", rows: 1)
    ),
  ]

  @Test(arguments: damages)
  func `says what is wrong and where`(sql: String, finding: VerificationFinding) throws {
    let bench = try bench()
    try VerificationTests().spoil(bench, sql)
    #expect(try problems(bench).contains(finding))
  }

  @Test func `takes rows that have changed since as they are where the kind is not current`()
    throws
  {
    let bench = try bench()
    let full = try ImportBench.manifest([("load: incremental", "load: full")])
    _ = try bench.load(VerificationTests().header + "A1,pump,1,5,5\n", full)
    #expect(try problems(bench) == [])
  }
}
