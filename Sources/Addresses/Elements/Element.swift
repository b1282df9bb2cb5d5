/// One element that was read in a text.
public struct Element: Sendable, Hashable {
  /// What it is.
  public let kind: ElementKind
  /// Where it stands in the text that was given, in Unicode scalars; empty where it is not written
  /// but follows from others (the city of a county).
  public let source: Range<Int>
  /// What is compared, in UTF-8.
  ///
  /// The name without variants of writing, or the number as an atom ("甲8", "5", "12-14", "A"),
  /// without the suffix of its kind: 三号楼, 3幢 and ３＃ are all "3" of `building`. The members of a
  /// list stand with commas between them ("13,14,15").
  public let key: [UInt8]

  /// An element of given parts.
  public init(kind: ElementKind, source: Range<Int>, key: [UInt8]) {
    self.kind = kind
    self.source = source
    self.key = key
  }
}

/// How far a text was understood or a register entry goes, from nothing to the room.
///
/// Apart from it stands how precise a position is (`PositionKind` of the register).
public enum AddressLevel: UInt8, CaseIterable, Sendable, Comparable, Hashable {
  case none = 0
  case province = 10
  case city = 20
  case county = 30
  case town = 40
  case community = 50
  /// Village group or natural village.
  case villageGroup = 60
  /// Road, lane, estate or named place, without a number.
  case road = 70
  /// A door plate, or the whole of a compound or estate part that has one.
  case door = 90
  case building = 130
  case entrance = 140
  case floor = 150
  case room = 160

  /// The order from the whole to the part.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}
