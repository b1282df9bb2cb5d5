package import Time

/// How callers write a date or a moment.
extension Moment {
  /// Reads `YYYY-MM-DD`, which means the end of that day in UTC, or RFC 3339.
  ///
  /// - Throws: `GewuError` with what is accepted.
  package init(_ text: String) throws {
    if let day = Day(text) {
      self.init(endOf: day)
    } else {
      self = try Self.read(text)
    }
  }

  /// Reads `YYYY-MM-DD`, which means the first moment of that day in UTC, or RFC 3339.
  ///
  /// - Throws: `GewuError` with what is accepted.
  init(startOf text: String) throws {
    if let day = Day(text) {
      self.init(startOf: day)
    } else {
      self = try Self.read(text)
    }
  }

  private static func read(_ text: String) throws -> Moment {
    guard let moment = Moment(rfc3339: text) else {
      throw GewuError(
        .invalid,
        "«\(text)» is neither a date like 2026-01-31 nor a moment like 2026-01-31T08:00:00+08:00")
    }
    return moment
  }
}
