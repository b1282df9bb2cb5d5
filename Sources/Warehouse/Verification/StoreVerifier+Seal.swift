import Access
import Foundation
import GRDB

extension StoreVerifier {
  /// Whether all that the store seals is sealed, and opens.
  ///
  /// Without the key only that is looked at which needs none, and a note says so.
  func sealCheck() throws -> Check {
    var check = Check(.seal)
    guard try StoreSeal.identity(db) != nil else {
      check.notes.append(.unsealed)
      return check
    }
    let versions = Set(
      try Int64.fetchAll(db, sql: "SELECT version FROM seal_key").map(UInt32.init))
    for part in try SealedPart.all(db) {
      let clear = try part.clearCount(db)
      if clear > 0 { check.fail(.inTheClear(table: part.table, values: clear)) }
      for (version, values) in try part.counts(db).sorted(by: { $0.key < $1.key }) {
        check.examined += values
        if !versions.contains(version) {
          check.fail(.keyMissing(table: part.table, version: version, values: values))
        }
      }
    }
    checkArchive(versions, &check)
    do {
      guard let sealer = try store.seal.sealer(db) else { return check }
      for report in try Int64.fetchAll(
        db, sql: "SELECT report_id FROM report_private WHERE sealed IS NOT NULL")
      {
        do {
          _ = try SealedReport.read(ofReport: report, { sealer }, db)
        } catch let fault as SealFault {
          if case .changed(let table, let row) = fault {
            check.fail(.sealBroken(table: table, row: row))
          }
        }
      }
      try openFindings(sealer, &check)
      for rows in try tables() { try openRows(rows, &check) }
      try openRefusals(sealer, &check)
    } catch is SealFault {
      if check.examined > 0 { check.notes.append(.sealedUnread(values: check.examined)) }
    }
    return check
  }

  /// Opens all rows of a table; one without a seal is in the clear.
  private func openRows(_ rows: DatasetRows, _ check: inout Check) throws {
    let families = rows.sealed.families
    guard !families.isEmpty else { return }
    let columns = families.map(SealedFields.column).joined(separator: ", ")
    var unsealed = 0
    let found = try Row.fetchCursor(db, sql: "SELECT id, \(columns) FROM \(rows.table)")
    while let row = try found.next() {
      for (index, family) in families.enumerated() {
        guard let sealed = row[index + 1] as Data? else {
          unsealed += 1
          continue
        }
        do {
          _ = try store.seal.opened(sealed, family: family, table: rows.name, id: row[0])
        } catch SealFault.changed(let table, let row) {
          check.fail(.sealBroken(table: table, row: row))
        } catch SealFault.versionGone {
          continue
        }
      }
    }
    if unsealed > 0, rows.sealed.isComplete {
      check.fail(.inTheClear(table: rows.name, values: unsealed))
    }
  }

  private func openFindings(_ sealer: Sealer, _ check: inout Check) throws {
    let found = try Row.fetchCursor(
      db, sql: "SELECT id, sealed FROM use_finding WHERE sealed IS NOT NULL")
    while let row = try found.next() {
      do {
        _ = try SealedUse.open(row[1], ofFinding: row[0], sealer)
      } catch SealFault.changed(let table, let row) {
        check.fail(.sealBroken(table: table, row: row))
      } catch SealFault.versionGone {
        continue
      }
    }
  }

  private func openRefusals(_ sealer: Sealer, _ check: inout Check) throws {
    let found = try Row.fetchCursor(
      db, sql: "SELECT batch_id, row_number, sealed FROM quarantine WHERE sealed IS NOT NULL")
    while let row = try found.next() {
      do {
        _ = try RefusedText.open(row[2], batch: row[0], row: row[1], by: sealer)
      } catch SealFault.changed(let table, let row) {
        check.fail(.sealBroken(table: table, row: row))
      } catch SealFault.versionGone {
        continue
      }
    }
  }

  /// Whether every file of the archive is sealed, under a version that is there.
  private func checkArchive(_ versions: Set<UInt32>, _ check: inout Check) {
    guard let archive = store.archive else { return }
    let files = ArchiveListing(archive)
    if files.clearCount > 0 { check.fail(.filesInTheClear(files.clearCount)) }
    for (version, count) in files.counts.sorted(by: { $0.key < $1.key })
    where !versions.contains(version) {
      check.fail(.fileKeyMissing(version: version, files: count))
    }
  }
}
