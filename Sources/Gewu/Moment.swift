package import Time

/// How callers write a date or a moment.
extension Moment {
  /// Reads `YYYY-MM-DD`, which means the end of that day in a zone, or RFC 3339.
  ///
  /// - Throws: ``NotAMoment``.
  package init(_ text: String, in zone: LocalZone) throws {
    if let day = Day(text) {
      self = zone.end(of: day)
    } else {
      self = try Self.read(text)
    }
  }

  /// Reads `YYYY-MM-DD`, which means the first moment of that day in a zone, or RFC 3339.
  ///
  /// - Throws: ``NotAMoment``.
  init(startOf text: String, in zone: LocalZone) throws {
    if let day = Day(text) {
      self = zone.start(of: day)
    } else {
      self = try Self.read(text)
    }
  }

  private static func read(_ text: String) throws -> Moment {
    guard let moment = Moment(rfc3339: text) else {
      throw NotAMoment(text: text)
    }
    return moment
  }
}

/// A text that is neither a date nor a moment.
package struct NotAMoment: UseCaseError, Sendable, Equatable {
  package let text: String

  package init(text: String) {
    self.text = text
  }

  package var kind: FailureKind { .invalid }
}
