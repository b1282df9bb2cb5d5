import Access
import Foundation
import GRDB

extension ReportPrivate {
  private static func place(_ report: Int64) -> SealPlace {
    SealPlace(table: "report_private", row: report)
  }

  /// What is personal in a report, from wherever it lies.
  ///
  /// - Parameter sealer: what opens it; asked only where it is sealed.
  static func read(
    ofReport report: Int64, _ sealer: () throws -> Sealer?, _ db: Database
  ) throws -> ReportPrivate {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT address, contact, sealed FROM report_private WHERE report_id = ?",
        arguments: [report])
    else { return ReportPrivate() }
    guard let sealed = row["sealed"] as Data? else {
      return ReportPrivate(address: row["address"], contact: row["contact"])
    }
    let name = "\(report)"
    guard let sealer = try sealer() else {
      throw SealFault.changed(table: "report_private", row: name)
    }
    let bytes = try sealer.open(sealed, at: place(report), table: "report_private", row: name)
    guard let values = try? SealedValues(bytes) else {
      throw SealFault.changed(table: "report_private", row: name)
    }
    func text(_ name: String) -> String? {
      if case .text(let text)? = values[name] { text } else { nil }
    }
    return ReportPrivate(address: text("address"), contact: text("contact"))
  }

  /// Keeps it with a report, in the place of what was there.
  ///
  /// - Parameter sealer: nil where the store is not sealed.
  func write(ofReport report: Int64, _ sealer: Sealer?, _ db: Database) throws {
    let sealed = try sealer.map { sealer in
      let columns = [("address", address), ("contact", contact)].compactMap { name, value in
        value.map { (name: name, value: SealedValue.text($0)) }
      }
      return try sealer.seal(SealedValues(columns).encoded, at: Self.place(report))
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO report_private (report_id, address, contact, sealed) VALUES (?, ?, ?, ?)
        ON CONFLICT (report_id) DO UPDATE SET
          address = excluded.address, contact = excluded.contact, sealed = excluded.sealed
        """
    ).execute(
      arguments: [
        report, sealed == nil ? address : nil, sealed == nil ? contact : nil, sealed,
      ])
  }
}
