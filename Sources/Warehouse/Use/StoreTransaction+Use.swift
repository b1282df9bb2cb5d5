import Foundation
import GRDB
package import Subjects
import Time

extension StoreTransaction {
  /// Keeps a judgement with its findings, in the place of the one before; outcomes stay.
  ///
  /// - Throws: `SealFault` where the store is sealed and its key is not there.
  package func keepUse(
    _ judgement: UseJudgementRecord, _ findings: [UseFindingRecord]
  ) throws {
    let operation = try note(.judgeUse, "use/\(judgement.asOf)")
    let sealer = try store.seal.sealer(db)
    try db.execute(sql: "DELETE FROM use_judgement")
    try db.execute(
      sql: """
        INSERT INTO use_judgement (as_of, judged_at, rules, homes, judged, by_chance, expected_false, operation)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        judgement.asOf, now.text, judgement.rules, judgement.homes, judgement.judged,
        judgement.byChance, judgement.expectedFalse, operation,
      ])
    let id = db.lastInsertedRowID
    for (reason, homes) in judgement.notJudged {
      try db.execute(
        sql: "INSERT INTO use_not_judged (judgement_id, reason, homes) VALUES (?, ?, ?)",
        arguments: [id, reason, homes])
    }
    for finding in findings {
      try db.execute(
        sql: """
          INSERT INTO use_finding (judgement_id, item, source, row_id, cell, community, building_kind,
            is_standing, is_step, is_held)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, Data(finding.item.bytes), finding.source, finding.row, finding.place.cell,
          finding.place.community, finding.place.buildingKind, finding.isStanding,
          finding.isStep, finding.isHeld,
        ])
      try SealedUse.write(finding.details, ofFinding: db.lastInsertedRowID, sealer, db)
    }
  }

  /// The last judgement; nil where there was none.
  ///
  /// It is current while no batch, attachment, boundary, or address has changed since.
  package func useJudgement() throws -> UseJudgementRecord? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, as_of, judged_at, rules, homes, judged, by_chance, expected_false, NOT EXISTS (
            SELECT 1 FROM operation AS o WHERE o.id > j.operation AND o.kind IN (
              'import', 'replay', 'rollback', 'activation', 'attach', 'load-addresses'))
          FROM use_judgement AS j
          """)
    else { return nil }
    let id: Int64 = row[0]
    let reasons = try Row.fetchAll(
      db, sql: "SELECT reason, homes FROM use_not_judged WHERE judgement_id = ?", arguments: [id])
    var record = UseJudgementRecord(
      asOf: row[1], rules: row[3], homes: row[4], judged: row[5], byChance: row[6],
      expectedFalse: row[7],
      notJudged: Dictionary(uniqueKeysWithValues: reasons.map { ($0[0], $0[1]) }))
    (record.id, record.judgedAt, record.isCurrent) = (id, row[2], row[8])
    return record
  }

  /// The findings of the last judgement with their figures, in the order of their items.
  ///
  /// - Parameter item: only that of this item.
  /// - Throws: `SealFault` where the figures are sealed and the key is not there.
  package func useFindings(of item: SubjectKey? = nil) throws -> [UseFindingRecord] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, item, source, row_id, cell, community, building_kind, is_standing, is_step, is_held
        FROM use_finding WHERE ?1 IS NULL OR item = ?1 ORDER BY item
        """, arguments: [item.map { Data($0.bytes) }])
    return try rows.compactMap { row in
      guard let item = SubjectKey(row[1] as Data) else { return nil }
      return UseFindingRecord(
        item: item, source: row[2], row: row[3],
        place: UsePlace(cell: row[4], community: row[5], buildingKind: row[6]),
        isStanding: row[7], isStep: row[8], isHeld: row[9],
        details: try SealedUse.read(ofFinding: row[0], { try store.seal.sealer(db) }, db))
    }
  }

  /// How many findings name a row that their data set does not have.
  package func useFindingsWithoutRow() throws -> Int {
    var missing = 0
    let sources = try String.fetchAll(db, sql: "SELECT DISTINCT source FROM use_finding")
    for source in sources {
      let table = try String.fetchOne(
        db, sql: "SELECT table_name FROM dataset WHERE name = ?", arguments: [source])
      let isThere =
        table.map {
          "EXISTS (SELECT 1 FROM \(SQLName.quoted($0)) AS t WHERE t.id = f.row_id)"
        } ?? "0"
      missing +=
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM use_finding AS f WHERE f.source = ? AND NOT \(isThere)",
          arguments: [source]) ?? 0
    }
    return missing
  }
}
