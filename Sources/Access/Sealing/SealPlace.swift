import Foundation

/// Where a sealed value stands; moved to another place it does not open.
package struct SealPlace: Sendable, Hashable {
  /// How a row is named in its table.
  private enum Row: Sendable, Hashable {
    case number(Int64)
    case key(String)
  }

  private let table: String
  private let row: Row

  /// The row of a number, which stays as it is as long as the row lives.
  package init(table: String, row: Int64) { (self.table, self.row) = (table, .number(row)) }

  /// The row of a key that is unique in its table.
  package init(table: String, key: String) { (self.table, row) = (table, .key(key)) }

  /// The table's name, a zero byte, and `r` with the number as eight bytes (big-endian), or `k` with the key.
  var bytes: Data {
    var bytes = Data(table.utf8)
    bytes.append(0)
    switch row {
    case .number(let number):
      bytes.append(UInt8(ascii: "r"))
      withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    case .key(let key):
      bytes.append(UInt8(ascii: "k"))
      bytes.append(contentsOf: key.utf8)
    }
    return bytes
  }
}
