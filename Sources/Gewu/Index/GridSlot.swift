/// Where one position of a batch lies, in four bytes.
public struct GridSlot: Hashable, Sendable {
  /// Twice the leaf cell's place among ``PointLocator/codes``, plus one on a border;
  /// −1 outside, −2 for what is no position.
  public let rawValue: Int32

  /// In no grid.
  static let outside = GridSlot(rawValue: -1)
  /// No position at all.
  static let invalid = GridSlot(rawValue: -2)

  /// The leaf cell's place among ``PointLocator/codes``; −1 outside, −2 for what is no position.
  @inlinable
  public var cell: Int32 { rawValue < 0 ? rawValue : rawValue >> 1 }

  /// The same in words.
  @inlinable
  public var status: GridStatus {
    switch rawValue {
    case -2: .invalid
    case -1: .outside
    default: rawValue & 1 == 1 ? .border : .inside
    }
  }
}

/// Where a position lies in relation to the coverage.
public enum GridStatus: String, Sendable, Codable {
  /// In the interior of exactly one grid.
  case inside
  /// Exactly on an edge or a vertex, and given to exactly one grid.
  case border
  case outside
  /// Not a position at all: not a number, infinite, or outside the reference system.
  case invalid
}

extension GridStatus {
  /// The status as answers name it, for those that are written by the million.
  @inlinable
  public var text: StaticString {
    switch self {
    case .inside: "inside"
    case .border: "border"
    case .outside: "outside"
    case .invalid: "invalid"
    }
  }
}
