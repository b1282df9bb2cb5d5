extension RecordTable {
  /// A row's value of an attribute as read; empty where it has none that can be read.
  public func value(of attribute: Int, in row: Int) -> ArraySlice<UInt8> {
    cell(row, attribute).map { pool[$0.reading] } ?? []
  }
}
