/// An administrative division of one `Divisions` value: its place there, in ascending order of code.
///
/// It means nothing outside that value; what is stored is the division's code.
public struct DivisionID: RawRepresentable, Sendable, Hashable, Comparable {
  /// Place in the ascending order of codes, from 0.
  public let rawValue: UInt32

  /// The division at a place.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The order of codes.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
