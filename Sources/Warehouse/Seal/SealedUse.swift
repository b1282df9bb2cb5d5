import Access
import Foundation
import GRDB

/// The figures of a finding of the use anomaly: sealed where the store is, since they tell of habits.
enum SealedUse {
  static let table = "use_finding"

  private static func place(_ finding: Int64) -> SealPlace {
    SealPlace(table: table, row: finding)
  }

  /// Opens those of a finding.
  ///
  /// - Throws: `SealFault`.
  static func open(_ sealed: Data, ofFinding finding: Int64, _ sealer: Sealer) throws -> Data {
    try sealer.open(sealed, at: place(finding), table: table, row: "\(finding)")
  }

  /// Keeps those of a finding, sealed where there is a sealer.
  static func write(
    _ details: Data, ofFinding finding: Int64, _ sealer: Sealer?, _ db: Database
  ) throws {
    let sealed = try sealer.map { try $0.seal(details, at: place(finding)) }
    try db.cachedStatement(sql: "UPDATE use_finding SET details = ?, sealed = ? WHERE id = ?")
      .execute(
        arguments: [
          sealed == nil ? String(decoding: details, as: UTF8.self) : nil, sealed, finding,
        ])
  }

  /// Those of a finding, from wherever they lie.
  ///
  /// - Parameter sealer: what opens them; asked only where they are sealed.
  static func read(
    ofFinding finding: Int64, _ sealer: () throws -> Sealer?, _ db: Database
  ) throws -> Data {
    let row = try Row.fetchOne(
      db, sql: "SELECT details, sealed FROM use_finding WHERE id = ?", arguments: [finding])
    if let sealed = row?["sealed"] as Data? {
      guard let sealer = try sealer() else {
        throw SealFault.changed(table: table, row: "\(finding)")
      }
      return try open(sealed, ofFinding: finding, sealer)
    }
    return Data((row?["details"] as String? ?? "").utf8)
  }
}
