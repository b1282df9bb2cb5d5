import Datasets
import GRDB

/// A remark on a row that is taken all the same, on its way to the store.
struct ImportRemark {
  var number: Int
  var line: Int
  var sheet: String?
  var reason: Reason

  func write(_ db: Database, batch: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO remark (batch_id, row_number, line, sheet, severity, code, field, value,
          message_en, message_zh)
        VALUES (?,?,?,?,?,?,?,?,?,?)
        """)
    try statement.execute(arguments: [
      batch, number, line, sheet, reason.severity.rawValue, reason.code.rawValue, reason.field,
      reason.value, reason.message, reason.messageChinese,
    ])
  }
}
