import Foundation

/// A date or a moment as callers write it, and as the store compares it.
package struct Moment: Sendable {
  /// RFC 3339 in UTC with milliseconds, comparable as text.
  package let text: String

  /// Reads `YYYY-MM-DD`, which means the end of that day in UTC, or RFC 3339.
  ///
  /// - Throws: `GewuError` with what is accepted.
  package init(_ text: String) throws {
    if text.count == 10, Self.date("\(text)T00:00:00Z") != nil {
      self.text = "\(text)T23:59:59.999Z"
    } else if let date = Self.date(text) {
      // The format cuts milliseconds off; half of one more makes it round.
      self.text = date.addingTimeInterval(0.0005).formatted(Self.style)
    } else {
      throw GewuError(
        .invalid,
        "«\(text)» is neither a date like 2026-01-31 nor a moment like 2026-01-31T08:00:00+08:00")
    }
  }

  /// Reads `YYYY-MM-DD`, which means the first moment of that day in UTC, or RFC 3339.
  ///
  /// - Throws: `GewuError` with what is accepted.
  init(startOf text: String) throws {
    try self.init(text.count == 10 ? "\(text)T00:00:00.000Z" : text)
  }

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private static func date(_ text: String) -> Date? {
    // 30 February and 25 o'clock are read as days and hours that follow; they are refused.
    let clock = text.prefix(19)
    guard let local = read("\(clock)Z"), local.formatted(style).hasPrefix(clock) else { return nil }
    return read(text)
  }

  private static func read(_ text: String) -> Date? {
    (try? Date(text, strategy: style))
      ?? (try? Date(text, strategy: Date.ISO8601FormatStyle()))
  }
}
