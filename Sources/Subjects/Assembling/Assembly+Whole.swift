extension Assembly {
  /// All rows that stand, taken as the rows of one subject whatever the ladder says of them: what a state that was
  /// kept says of its members is what this says, without the rows of others.
  ///
  /// The key is that of the best identity in them. Nil where no row stands.
  public func whole() -> Subject? {
    let standing = (0..<table.count).filter { isAlive[$0] }.map { UInt32(truncatingIfNeeded: $0) }
    guard !standing.isEmpty else { return nil }
    let rows = table.sortedByName(standing)
    var rank = [UInt32](repeating: .max, count: table.count)
    for (place, row) in rows.enumerated() { rank[Int(row)] = UInt32(truncatingIfNeeded: place) }
    let builder = SubjectBuilder(
      table: table, rank: rank, valueDecisions: [:], makeKey: makeKey)
    return builder.subjects(of: [rows], keys: builder.keys(of: [rows])).first
  }
}
