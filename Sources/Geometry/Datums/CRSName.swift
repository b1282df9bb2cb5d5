/// The name of a coordinate reference system, as people and files give it.
///
/// Whether an EPSG code exists is for PROJ to say; this type only reads the name.
/// Coordinates are always longitude or easting first, whatever the registry says.
public enum CRSName: Hashable, Sendable {
  /// A system of the EPSG registry, for example 4490 or 2263.
  case epsg(Int)
  /// GCJ-02, degrees.
  case gcj02
  /// BD-09, degrees.
  case bd09
  /// A definition in well-known text, for example that of a `.prj` file.
  case wkt(String)

  /// WGS 84, EPSG:4326.
  public static let wgs84 = CRSName.epsg(4326)
  /// CGCS2000, EPSG:4490.
  public static let cgcs2000 = CRSName.epsg(4490)

  /// Reads a name: `EPSG:n`, `urn:ogc:def:crs:EPSG::n`, `CRS84`, `wgs84`,
  /// `cgcs2000`, `gcj02` or `bd09`, in upper or lower case, or well-known text.
  ///
  /// Throws `GeometryError.unknownCRS`, whose message lists what is taken.
  public init(_ name: String) throws(GeometryError) {
    let words = name.split(whereSeparator: \.isWhitespace)
    let key = words.joined(separator: " ").lowercased()
    switch key {
    case "wgs84", "wgs-84", "wgs 84", "crs84", "ogc:crs84", "urn:ogc:def:crs:ogc:1.3:crs84",
      "urn:ogc:def:crs:ogc::crs84", "http://www.opengis.net/def/crs/ogc/1.3/crs84":
      self = .wgs84
    case "cgcs2000": self = .cgcs2000
    case "gcj02", "gcj-02": self = .gcj02
    case "bd09", "bd-09", "bd09ll": self = .bd09
    default:
      if let code = Self.epsgCode(in: key) {
        self = .epsg(code)
      } else if Self.isWellKnownText(key) {
        self = .wkt(name)
      } else {
        throw .unknownCRS(name)
      }
    }
  }

  private static func epsgCode(in key: String) -> Int? {
    let isEpsg =
      key.hasPrefix("epsg:") || key.hasPrefix("urn:ogc:def:crs:epsg:")
      || key.hasPrefix("http://www.opengis.net/def/crs/epsg/")
      || key.hasPrefix("https://www.opengis.net/def/crs/epsg/")
    guard isEpsg, let last = key.split(whereSeparator: { $0 == ":" || $0 == "/" }).last,
      last.allSatisfy({ $0.isASCII && $0.isNumber }), let code = Int(last), code > 0
    else { return nil }
    return code
  }

  private static func isWellKnownText(_ key: String) -> Bool {
    let heads = [
      "geogcs[", "projcs[", "compd_cs[", "geogcrs[", "projcrs[", "geodcrs[", "geographiccrs[",
      "projectedcrs[", "geodeticcrs[", "compoundcrs[", "boundcrs[", "engcrs[", "local_cs[",
    ]
    let compact = key.filter { !$0.isWhitespace }
    return heads.contains { compact.hasPrefix($0) }
  }
}

extension CRSName: CustomStringConvertible {
  /// The shortest name that reads back as the same system.
  public var description: String {
    switch self {
    case .epsg(let code): "EPSG:\(code)"
    case .gcj02: "gcj02"
    case .bd09: "bd09"
    case .wkt(let text): text
    }
  }
}
