import Hummingbird

/// One range of an `Accept` field with its weight (RFC 9110, section 12.5.1).
struct MediaRange: Equatable {
  var name: String
  var weight: Double

  /// Reads the ranges of a field; what is malformed is left out.
  static func ranges(of field: String) -> [MediaRange] {
    field.split(separator: ",").compactMap { part in
      let pieces = part.split(separator: ";").map { $0.trimmed.lowercased() }
      guard let name = pieces.first, name.contains("/") else { return nil }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }
        .flatMap { Double($0.dropFirst(2)) }
      return MediaRange(name: name, weight: weight ?? 1)
    }
  }

  /// Whether the request would rather have GeoJSON than JSON.
  ///
  /// `format=geojson` in the query says so too, for callers that cannot set a field.
  static func prefersGeoJSON(_ request: Request) -> Bool {
    if let format = request.uri.queryParameters["format"] { return format == "geojson" }
    guard let field = request.headers[.accept] else { return false }
    let ranges = ranges(of: field)
    func weight(_ name: String) -> Double {
      (ranges.first { $0.name == name } ?? ranges.first { $0.name == "application/*" }
        ?? ranges.first { $0.name == "*/*" })?.weight ?? 0
    }
    let named = ranges.contains { $0.name == "application/geo+json" }
    return named && weight("application/geo+json") >= weight("application/json")
      && weight("application/geo+json") > 0
  }
}
