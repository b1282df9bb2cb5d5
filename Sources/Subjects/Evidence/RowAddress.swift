/// What names a row: its data set and its key there.
public struct RowAddress: Hashable, Comparable, Sendable {
  /// The data set's name.
  public let dataSet: String
  /// The row's key.
  public let key: [UInt8]

  /// A data set and a key.
  public init(dataSet: String, key: [UInt8]) {
    self.dataSet = dataSet
    self.key = key
  }

  /// By the bytes of the data set's name, then by those of the key.
  public static func < (left: Self, right: Self) -> Bool {
    if left.dataSet != right.dataSet {
      return left.dataSet.utf8.lexicographicallyPrecedes(right.dataSet.utf8)
    }
    return left.key.lexicographicallyPrecedes(right.key)
  }
}
