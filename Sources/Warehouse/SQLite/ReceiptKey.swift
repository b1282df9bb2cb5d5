import Crypto
import CryptoExtras
import Foundation
import GRDB

/// What makes receipts, and leads from a receipt to its report without an index.
///
/// A receipt is a block of AES-128 (FIPS 197) under a key of the store's own: the number of the report and
/// 64 fresh random bits. To whoever has not the key it is 128 random bits; who has it finds the number, and
/// the report of that number says whether the receipt is its own. See decision 0029.
struct ReceiptKey: Sendable {
  /// The last number whose receipt may be one that was drawn at random, and is found by an index.
  let lastDrawn: Int64
  private let key: SymmetricKey

  private static let setting = "receipt_key"
  private static let lastSetting = "last_drawn_receipt"
  private static let length = 16

  /// Reads the key of a store.
  ///
  /// - Throws: `DatabaseError`, also where the store has none.
  init(_ db: Database) throws {
    func value<Value: DatabaseValueConvertible>(_ name: String) throws -> Value? {
      try Value.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
    guard let bytes: Data = try value(Self.setting), bytes.count == Self.length else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no \(Self.setting)")
    }
    key = SymmetricKey(data: bytes)
    lastDrawn = try value(Self.lastSetting) ?? 0
  }

  /// Gives a store its key; the receipts that were drawn at random keep an index.
  static func make(_ db: Database) throws {
    let key = SymmetricKey(size: .bits128).withUnsafeBytes { Data($0) }
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES (?, ?);
        DROP INDEX report_receipt
        """, arguments: [setting, key])
    guard let last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM report") else { return }
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES (?, ?);
        CREATE UNIQUE INDEX report_receipt ON report (receipt) WHERE id <= \(last)
        """, arguments: [lastSetting, last])
  }

  /// A new receipt for the report of a number: another one each time.
  func receipt(of number: Int64) throws -> Receipt {
    var generator = SystemRandomNumberGenerator()
    var block = Self.bytes(UInt64(bitPattern: number), generator.next())
    try AES.permute(&block, key: key)
    let (high, low) = Self.halves(block)
    return Receipt(high: high, low: low)
  }

  /// The number of the report that a receipt would be of; of any 128 bits there is one.
  func number(of receipt: Receipt) throws -> Int64 {
    let (high, low) = receipt.halves
    var block = Self.bytes(high, low)
    try AES.inversePermute(&block, key: key)
    return Int64(bitPattern: Self.halves(block).high)
  }

  /// `gewu_receipt(number)` in SQL: a new receipt.
  var function: DatabaseFunction {
    DatabaseFunction("gewu_receipt", argumentCount: 1) { arguments in
      try Int64.fromDatabaseValue(arguments[0]).map(receipt(of:))
    }
  }

  /// `gewu_receipt_number(receipt)` in SQL; NULL for what is not a receipt.
  var inverse: DatabaseFunction {
    DatabaseFunction("gewu_receipt_number", argumentCount: 1, pure: true) { arguments in
      try Receipt.fromDatabaseValue(arguments[0]).map(number(of:))
    }
  }

  private static func bytes(_ high: UInt64, _ low: UInt64) -> [UInt8] {
    withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { Array($0) }
  }

  private static func halves(_ block: [UInt8]) -> (high: UInt64, low: UInt64) {
    block.withUnsafeBytes {
      (
        UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }
}
