/// Times with their offset, `YYYY-MM-DDThh:mm:ss[.fff](Z|±hh:mm)` (RFC 3339, section 5.6).
enum Timestamp {
  /// Whether `text` is such a time and its day exists; second 60 is allowed.
  static func isValid(_ text: String) -> Bool {
    guard let match = text.wholeMatch(of: pattern), CalendarDay.isValid(String(match.1)) else {
      return false
    }
    guard let hour = Int(match.2), let minute = Int(match.3), let second = Int(match.4) else {
      return false
    }
    return hour < 24 && minute < 60 && second <= 60
  }

  private nonisolated(unsafe) static let pattern =
    /(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)/
}
