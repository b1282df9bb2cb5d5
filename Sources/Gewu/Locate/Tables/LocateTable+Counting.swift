extension LocateTable.Summary {
  /// Counts a position in.
  @inlinable
  public mutating func count(_ status: GridStatus) {
    rows += 1
    switch status {
    case .inside: inside += 1
    case .border: border += 1
    case .outside: outside += 1
    case .invalid: invalid += 1
    }
  }
}
