extension RecordTable {
  /// Rows by data set, then by the bytes of their keys.
  func sortedByName(_ numbers: [UInt32]) -> [UInt32] {
    struct Sortable {
      var source: UInt16
      var first: UInt64
      var second: UInt64
      var row: UInt32
    }
    var sortable = numbers.map { number in
      let row = rows[Int(number)]
      return Sortable(
        source: row.source, first: pool.prefix(of: row.key, at: 0),
        second: pool.prefix(of: row.key, at: 8), row: number)
    }
    sortable.sort { left, right in
      if left.source != right.source { return left.source < right.source }
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      return pool.compare(rows[Int(left.row)].key, rows[Int(right.row)].key) < 0
    }
    return sortable.map(\.row)
  }

  /// Whether a row comes before another one.
  func isBefore(_ left: UInt32, _ right: UInt32) -> Bool {
    let (one, other) = (rows[Int(left)], rows[Int(right)])
    if one.source != other.source { return one.source < other.source }
    return pool.compare(one.key, other.key) < 0
  }

  /// What names a row as long as the table stands: a row put again keeps it.
  func name(of row: Int) -> UInt64 {
    UInt64(rows[row].source) << 32 | UInt64(rows[row].key)
  }
}
