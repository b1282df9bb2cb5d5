import GRDB
import GRDBSQLite

/// Pairs of whole numbers as a table of two columns, some thousand at a time.
final class PairSource: RowSource {
  static let name = "gewu_pairs"
  static let capacity = 4_096

  private let pairs: UnsafeMutablePointer<(Int64, Int64)>

  init(_ db: Database) throws {
    pairs = .allocate(capacity: Self.capacity)
    try super.init(db, name: Self.name, columnCount: 2)
  }

  deinit { pairs.deallocate() }

  var isFull: Bool { end == Self.capacity }

  func append(_ first: Int64, _ second: Int64) {
    pairs[end] = (first, second)
    end &+= 1
  }

  override func give(_ column: Int, of row: Int, to context: OpaquePointer) {
    sqlite3_result_int64(context, column == 0 ? pairs[row].0 : pairs[row].1)
  }
}
