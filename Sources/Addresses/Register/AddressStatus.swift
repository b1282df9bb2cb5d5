/// What an entry of the register is worth today; a wrong one is marked, never deleted.
///
/// Raw values are stored.
public enum AddressStatus: UInt8, CaseIterable, Sendable, Hashable {
  case approved = 1
  case alternative = 2
  case provisional = 3
  case historic = 4
  /// Recorded by mistake.
  case wrong = 5
}

/// A point of an address, in degrees; longitude before latitude.
///
/// The register keeps seven decimals (about a centimetre).
public struct AddressPosition: Sendable, Hashable {
  /// What the point marks.
  public let kind: PositionKind
  /// Degrees, east positive.
  public let longitude: Double
  /// Degrees, north positive.
  public let latitude: Double

  /// A point of a kind.
  public init(_ kind: PositionKind, longitude: Double, latitude: Double) {
    self.kind = kind
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// What a point marks: how precise it is, whatever the level of the text that led to it.
///
/// Raw values are stored; a lower one is more precise.
public enum PositionKind: UInt8, CaseIterable, Sendable, Comparable, Hashable {
  case room = 10
  case entrance = 20
  case building = 30
  case doorPlate = 40
  case parcel = 50
  case estateCentre = 60
  case roadCentre = 70
  case communityCentre = 80
  case townCentre = 90

  /// Whether the first is the more precise one.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// The place of an entry in one version of a register; another version has other places.
public struct EntryIndex: RawRepresentable, Sendable, Hashable, Comparable {
  /// Counted from 1 in the order of the register.
  public let rawValue: UInt32

  /// The place with a number, which need not be in any register.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// In the order of the register.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// What a register could not take from a row; the row is left out, or that part of it.
public enum RegisterFault: Sendable, Hashable {
  /// The row has no element, or one of its aliases has none.
  case noElement(id: Int64)
  /// Two rows have the same id; the one that comes first in the order of their values is kept.
  case duplicateID(Int64)
  /// The parent, or one of its own, is in no row.
  case parentMissing(id: Int64, parent: Int64)
  /// The row is its own ancestor.
  case cycle(id: Int64)
  case successorMissing(id: Int64, successor: Int64)
  case mainMissing(id: Int64, main: Int64)
  case aliasParentMissing(id: Int64, parent: Int64)
  /// A longitude beyond ±180°, a latitude beyond ±90°, or no number.
  case positionOutside(id: Int64)
}
