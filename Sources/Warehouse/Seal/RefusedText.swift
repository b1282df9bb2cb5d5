import Access
import Foundation
import GRDB

/// The text of a refused row as it came: in `quarantine.raw`, or sealed in `quarantine.sealed`, and then `raw` is
/// empty.
enum RefusedText {
  private static let table = "quarantine"

  /// Where the row of a batch stands: a batch refuses a row once.
  private static func place(batch: Int64, row: Int64) -> SealPlace {
    SealPlace(table: table, key: "\(batch)/\(row)")
  }

  static func seal(_ text: String, batch: Int64, row: Int64, by sealer: Sealer) throws -> Data {
    try sealer.seal(Data(text.utf8), at: place(batch: batch, row: row))
  }

  static func open(_ sealed: Data, batch: Int64, row: Int64, by sealer: Sealer) throws -> String {
    let bytes = try sealer.open(
      sealed, at: place(batch: batch, row: row), table: table, row: "\(batch)/\(row)")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The SQL of the text; without the key a statement with it fails where the text is sealed.
  ///
  /// - Parameter alias: what the table is called in the statement.
  static func value(in alias: String) -> String {
    "\(name)(\(alias).batch_id, \(alias).row_number, \(alias).sealed, \(alias).raw)"
  }

  private static let name = "gewu_refused"

  /// `gewu_refused(batch, row, sealed, raw)` in SQL.
  static func function(_ seal: StoreSeal) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 4, pure: true) { arguments in
      guard let sealed = Data.fromDatabaseValue(arguments[2]),
        let batch = Int64.fromDatabaseValue(arguments[0]),
        let row = Int64.fromDatabaseValue(arguments[1])
      else { return arguments[3] }
      do {
        return try open(sealed, batch: batch, row: row, by: seal.knownSealer())
      } catch let fault as SealFault {
        throw seal.carried(fault)
      }
    }
  }
}
