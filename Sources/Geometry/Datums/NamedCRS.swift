/// A coordinate reference system that people ask for by a name of its own: the one list of them.
///
/// Some are another name of a system of the EPSG registry. Others are shifted from one by a formula
/// that no registry has, as those of public maps are.
public struct NamedCRS: Sendable {
  /// A formula to the base system and back.
  struct Shift: Sendable {
    /// Whether positions are longitudes and latitudes in degrees.
    let isInDegrees: Bool
    let toBase: @Sendable (Coordinate) -> Coordinate
    let fromBase: @Sendable (Coordinate) -> Coordinate
  }

  /// The name, in lower case.
  public let name: String
  /// Other spellings that are taken for it, in lower case.
  let aliases: [String]
  /// The EPSG code of the system that it is, or that the formula leads to.
  public let base: Int
  let shift: Shift?

  /// All of them, in the order in which they are listed to people.
  public static let all = [
    NamedCRS(
      name: "wgs84",
      aliases: [
        "wgs-84", "wgs 84", "crs84", "ogc:crs84", "urn:ogc:def:crs:ogc:1.3:crs84",
        "urn:ogc:def:crs:ogc::crs84", "http://www.opengis.net/def/crs/ogc/1.3/crs84",
      ], base: 4326, shift: nil),
    NamedCRS(name: "cgcs2000", aliases: [], base: 4490, shift: nil),
    gcj02,
    bd09,
  ]

  static let gcj02 = NamedCRS(
    name: "gcj02", aliases: ["gcj-02"], base: 4326,
    shift: Shift(isInDegrees: true, toBase: GCJ02.toWGS84, fromBase: GCJ02.fromWGS84))

  static let bd09 = NamedCRS(
    name: "bd09", aliases: ["bd-09", "bd09ll"], base: 4326,
    shift: Shift(isInDegrees: true, toBase: BD09.toWGS84, fromBase: BD09.fromWGS84))

  /// Whether positions are longitudes and latitudes in degrees, as those of its base are; only for
  /// systems with a formula of their own.
  public var isInDegrees: Bool { shift?.isInDegrees ?? true }

  /// The position in the base system.
  public func toBase(_ position: Coordinate) -> Coordinate { shift?.toBase(position) ?? position }

  /// The position of one in the base system.
  public func fromBase(_ position: Coordinate) -> Coordinate {
    shift?.fromBase(position) ?? position
  }
}

extension NamedCRS: Hashable {
  /// Systems are equal when their names are.
  public static func == (a: NamedCRS, b: NamedCRS) -> Bool { a.name == b.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
