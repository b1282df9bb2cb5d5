extension Divisions {
  /// The division with a code, nil for none.
  public func division(code: String) -> DivisionID? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].code < code { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low].code == code else { return nil }
    return DivisionID(rawValue: UInt32(low))
  }

  /// Code of a division, nil where it is of another value.
  public func code(of id: DivisionID) -> String? { division(id)?.code }

  /// Kind of a division, nil where it is of another value.
  public func kind(of id: DivisionID) -> ElementKind? { division(id)?.kind }

  /// The row that holds on a day, in days since 1970-01-01: the latest one where the day is nil, nil
  /// where the division was not there.
  public func row(of id: DivisionID, on day: Int32? = nil) -> DivisionRow? {
    guard let division = division(id) else { return nil }
    guard let day else { return division.rows.last }
    return division.rows.last { ($0.from ?? .min) <= day && day < ($0.to ?? .max) }
  }

  /// What a division is on a day: itself, or where it was merged by then the one it became part of.
  ///
  /// - Returns: nil where neither it nor any successor is there on that day.
  public func current(_ id: DivisionID, on day: Int32) -> DivisionID? {
    var next = id
    for _ in 0..<16 {
      guard let division = division(next) else { return nil }
      if row(of: next, on: day) != nil { return next }
      guard let successor = division.successor else { return nil }
      next = DivisionID(rawValue: successor)
    }
    return nil
  }

  /// Whether one division is, or was, a part of another, or is that one.
  public func isPart(_ part: DivisionID, of whole: DivisionID) -> Bool {
    guard division(whole) != nil, division(part) != nil else { return false }
    return whole == part || isPart(part.rawValue, of: whole.rawValue)
  }

  /// A division with all that were merged into it, ascending.
  func withPredecessors(_ id: DivisionID) -> [UInt32] {
    guard division(id) != nil else { return [] }
    var found: Set<UInt32> = [id.rawValue]
    var grew = true
    while grew {
      grew = false
      for (number, division) in all.enumerated() {
        guard let successor = division.successor, found.contains(successor) else { continue }
        if found.insert(UInt32(number)).inserted { grew = true }
      }
    }
    return found.sorted()
  }

  private func division(_ id: DivisionID) -> Division? {
    Int(id.rawValue) < all.count ? all[Int(id.rawValue)] : nil
  }
}
