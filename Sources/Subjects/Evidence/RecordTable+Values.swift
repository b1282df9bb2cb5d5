extension RecordTable {
  /// One value of a row, as stated and as read; numbers of the pool.
  public struct Value: Hashable, Sendable {
    /// The attribute's number.
    public let attribute: Int
    /// As stated, and as read; 0 where what was stated cannot be read.
    public let stated: UInt32, reading: UInt32
  }

  /// The values of a row, in the order in which they came; those that follow from others come last.
  public func values(of row: Int) -> [Value] {
    cells[rows[row].cells].map {
      Value(attribute: Int($0.attribute), stated: $0.stated, reading: $0.reading)
    }
  }

  /// Whether a row no longer stands in its data set.
  public func isDeleted(_ row: Int) -> Bool { rows[row].isDeleted }
}
