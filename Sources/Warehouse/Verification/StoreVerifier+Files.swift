import Access
import Foundation
import GRDB
import Tabular

extension StoreVerifier {
  /// Nobody but their owner may use the files of the store.
  func permissionCheck() -> Check {
    let files = StoreFiles(of: store.path)
    var check = Check(.permissions, examined: files.count)
    check.notes =
      store.filesTakenFromOthers.map { .wasOpenToOthers(path: $0) }
      + files.openToOthers.map { .openToOthers(path: $0) }
    return check
  }

  /// Every R*Tree is well formed and has the boxes of its table's geometries.
  func spatialCheck() throws -> Check {
    var check = Check(.spatialIndexes)
    let columns = try Row.fetchAll(
      db,
      sql: """
        SELECT f_table_name AS name, f_geometry_column AS geometry FROM geometry_columns
        WHERE spatial_index_enabled = 1 ORDER BY 1, 2
        """)
    for column in columns {
      check.examined += 1
      let (table, geometry): (String, String) = (column["name"], column["geometry"])
      let index = "idx_\(table)_\(geometry)"
      let form = try String.fetchOne(db, sql: "SELECT rtreecheck('main', ?)", arguments: [index])
      guard form == "ok" else {
        check.fail(form.map { .brokenSpatialIndex(index, $0) } ?? .missingSpatialIndex(index))
        continue
      }
      if try !hasIndexed(table, geometry, index) {
        check.fail(.staleSpatialIndex(index, table: table))
      }
    }
    return check
  }

  /// Whether an index has the box of each geometry of a table, as exactly as it keeps boxes, and no other.
  ///
  /// `CheckSpatialIndex` of SpatiaLite tells the same, but writes, which a store that may only be read
  /// does not allow.
  private func hasIndexed(_ table: String, _ geometry: String, _ index: String) throws -> Bool {
    let (rows, boxes) = (SQLName.quoted(table), SQLName.quoted(index))
    let shape = "t.\(SQLName.quoted(geometry))"
    // A box has 24 bits of each ordinate, rounded outwards.
    let differs = ["MinX", "MaxX", "MinY", "MaxY"].map { end in
      let own = "i.\(end.suffix(1).lowercased())\(end.prefix(3).lowercased())"
      return "abs(\(own) - Mbr\(end)(\(shape))) > 3e-7 * abs(\(own)) + 1e-30"
    }
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM \(boxes)) = (SELECT count(MbrMinX(\(shape))) FROM \(rows) AS t)
          AND NOT EXISTS (
            SELECT 1 FROM \(rows) AS t LEFT JOIN \(boxes) AS i ON i.pkid = t.rowid
            WHERE MbrMinX(\(shape)) IS NOT NULL
              AND (i.pkid IS NULL OR \(differs.joined(separator: " OR "))))
        """) ?? false
  }

  /// Every source file that was archived is there, with the content of its name; what is sealed only where the
  /// key is there.
  func archiveCheck() throws -> Check {
    var check = Check(.archive)
    guard let archive = store.archive else { return check }
    let names = try String.fetchAll(
      db, sql: "SELECT sha256 FROM source_file WHERE archived = 1 ORDER BY sha256")
    let ring: KeyRing?
    do {
      ring = try store.seal.ring(db)
    } catch is SealFault {
      ring = nil
    }
    let reader = ArchiveReader(archive, ring, isSealed: try StoreSeal.identity(db) != nil)
    var unread = 0
    for name in names {
      check.examined += 1
      do {
        if try !reader.read(name) { unread += 1 }
      } catch {
        let state = VerificationFinding.ArchiveState(error)
        check.fail(.notArchived(sha256: name, path: archive.path(of: name), state))
      }
    }
    if unread > 0 { check.notes.append(.filesUnread(unread)) }
    return check
  }

  /// Every report has its receipt, and every file of one the content of its digest.
  func reportCheck() throws -> Check {
    var check = Check(.reports)
    check.examined = try Int.fetchOne(db, sql: "SELECT count(*) FROM report") ?? 0
    let nameless =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM report WHERE receipt IS NULL") ?? 0
    if nameless > 0 { check.fail(.withoutReceipt(reports: nameless)) }
    db.add(function: store.receipts.inverse)
    let lost =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM report
          WHERE id > ? AND receipt IS NOT NULL AND gewu_receipt_number(receipt) IS NOT id
          """, arguments: [store.receipts.lastDrawn]) ?? 0
    if lost > 0 { check.fail(.strayReceipt(reports: lost)) }
    let missing =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM report_attachment
          WHERE sha256 NOT IN (SELECT sha256 FROM attachment_content)
          """) ?? 0
    if missing > 0 { check.fail(.attachmentsMissing(missing)) }
    try checkAttachments(&check)
    return check
  }

  /// The contents of attachments against their digests: those that are sealed only where the key is there.
  private func checkAttachments(_ check: inout Check) throws {
    let contents = try Row.fetchCursor(
      db, sql: "SELECT sha256, content, is_sealed FROM attachment_content")
    while let row = try contents.next() {
      let name: String = row[0]
      let isSealed: Bool = row[2]
      let found: String
      do {
        let sealer = isSealed ? try store.seal.sealer(db) : nil
        let content = try AttachmentContent.open(row[1] ?? Data(), isSealed, name, sealer)
        found = content.withUnsafeBytes { ContentHash.sha256($0) }
      } catch SealFault.noKey {
        continue
      } catch is SealFault {
        found = ""
      }
      if found != name { check.fail(.attachmentChanged(sha256: name)) }
    }
  }
}

extension VerificationFinding.ArchiveState {
  /// What an error says of a file of the archive.
  fileprivate init(_ error: any Error) {
    self =
      switch error {
      case StoreError.notArchived(_, .changed(_, let found)): .changed(sha256: found)
      case StoreError.notArchived(_, .unopened): .unopened
      case is StoreError: .missing
      default: .unreadable
      }
  }
}
