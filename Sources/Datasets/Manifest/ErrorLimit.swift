/// How many rows may be refused before the whole file is.
public enum ErrorLimit: Hashable, Sendable {
  /// At most so many rows.
  case rows(Int)
  /// At most this share of the rows read, 0…1.
  case share(Double)

  /// Reads `N` or `N%`; nil where it is neither.
  public init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let percent = Double(text.dropLast()), percent >= 0, percent <= 100 else { return nil }
      self = .share(percent / 100)
    } else {
      guard let rows = Int(text), rows >= 0 else { return nil }
      self = .rows(rows)
    }
  }

  /// Whether so many refused rows are too many.
  public func isExceeded(refused: Int, read: Int) -> Bool {
    switch self {
    case .rows(let limit): refused > limit
    case .share(let limit): Double(refused) > limit * Double(read)
    }
  }
}
