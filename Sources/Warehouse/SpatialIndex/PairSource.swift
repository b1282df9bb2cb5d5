import GRDB
import GRDBSQLite

/// Pairs of whole numbers as a table of two columns, some thousand at a time.
final class PairSource: VirtualRows {
  static let name = "gewu_pairs"
  static let capacity = 4_096

  private let pairs: UnsafeMutablePointer<(Int64, Int64)>

  init(_ db: Database) throws {
    pairs = .allocate(capacity: Self.capacity)
    try super.init(db, name: Self.name, columnCount: 2)
  }

  deinit { pairs.deallocate() }

  var isFull: Bool { end == Self.capacity }

  /// The first number of the last pair.
  private var last: Int64 = 0
  /// Whether the first numbers follow each other from 1, or from the last one written, on.
  private var isFollowing = true

  func append(_ first: Int64, _ second: Int64) {
    pairs[end] = (first, second)
    end &+= 1
    isFollowing = isFollowing && first == last &+ 1
    last = first
  }

  /// Writes the pairs by `run`, which is told whether their first numbers follow each other, and
  /// begins anew.
  func write(_ run: (Bool) throws -> Void) rethrows {
    try run(isFollowing)
    end = 0
    isFollowing = true
  }

  override func give(_ column: Int, of row: Int, to context: OpaquePointer) {
    sqlite3_result_int64(context, column == 0 ? pairs[row].0 : pairs[row].1)
  }
}
