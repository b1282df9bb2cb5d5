/// The name of a coordinate reference system, as people and files give it.
///
/// Whether an EPSG code exists is for PROJ to say; this type only reads the name.
/// Coordinates are always longitude or easting first, whatever the registry says.
public enum CRSName: Hashable, Sendable {
  /// A system of the EPSG registry, for example 4490 or 2263.
  case epsg(Int)
  /// A system that has a formula of its own instead of a code.
  case named(NamedCRS)
  /// A definition in well-known text, for example that of a `.prj` file.
  case wkt(String)
  /// A definition in PROJ's own words, such as `+proj=longlat +ellps=krass +towgs84=15.8,-154.4,-82.3`.
  case proj(String)
  /// Another system with what the giver knows of its datum.
  indirect case adjusted(CRSName, DatumAdjustment)

  /// WGS 84, EPSG:4326.
  public static let wgs84 = CRSName.epsg(4326)
  /// CGCS2000, EPSG:4490.
  public static let cgcs2000 = CRSName.epsg(4490)

  /// GCJ-02, degrees.
  public static let gcj02 = CRSName.named(.gcj02)
  /// BD-09, degrees.
  public static let bd09 = CRSName.named(.bd09)

  /// Reads a name: `EPSG:n`, `urn:ogc:def:crs:EPSG::n`, or one of ``NamedCRS/all``, in upper or
  /// lower case, or well-known text, or a definition of PROJ (`+proj=…`); any of them followed by
  /// what is known of its datum, as ``DatumAdjustment`` reads it.
  ///
  /// - Throws: `GeometryError.unknownCRS`.
  public init(_ name: String) throws(GeometryError) {
    guard let (base, adjustment) = DatumAdjustment.split(name), let crs = Self.plain(base) else {
      throw .unknownCRS(name)
    }
    guard let adjustment else {
      self = crs
      return
    }
    let isShifted = if case .named = crs { true } else { false }
    guard adjustment.shift == nil || !isShifted else { throw .unknownCRS(name) }
    self = .adjusted(crs, adjustment)
  }

  /// A name without adjustment.
  private static func plain(_ name: String) -> CRSName? {
    let words = name.split(whereSeparator: \.isWhitespace)
    let key = words.joined(separator: " ").lowercased()
    if let named = NamedCRS.all.first(where: { $0.name == key || $0.aliases.contains(key) }) {
      return named.crs
    }
    if let code = epsgCode(in: key) { return .epsg(code) }
    if let text = projText(words) { return .proj(text) }
    return isWellKnownText(key) ? .wkt(name) : nil
  }

  /// A definition of PROJ with its plus signs, which a query of HTTP loses; nil for other words.
  private static func projText(_ words: [Substring]) -> String? {
    let parts = words.map { $0.drop { $0 == "+" } }
    guard let first = parts.first, first.hasPrefix("proj="), first != "proj=pipeline",
      parts.allSatisfy({ $0.first?.isLetter ?? false }),
      !parts.contains(where: { $0.hasPrefix("init=") })
    else { return nil }
    return parts.map { "+" + $0 }.joined(separator: " ")
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
    case .named(let system): system.name
    case .wkt(let text), .proj(let text): text
    case .adjusted(let base, let adjustment): "\(base) \(adjustment)"
    }
  }
}

extension NamedCRS {
  /// The system as it is held once its name is read.
  public var crs: CRSName { shift == nil ? .epsg(base) : .named(self) }
}
