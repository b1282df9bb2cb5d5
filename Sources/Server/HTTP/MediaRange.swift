import Hummingbird

/// The ranges of an `Accept` field (RFC 9110, section 12.5.1).
enum MediaRange {
  /// Reads the ranges of a field; what is malformed is left out.
  static func ranges(of field: String) -> [Preference] {
    Preference.list(of: field).filter { $0.name.contains("/") }
  }

  /// Whether the `Accept` field of the request would rather have GeoJSON than JSON.
  static func prefersGeoJSON(_ request: Request) -> Bool {
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

extension QueryReader {
  /// The forms of an answer with positions.
  private enum Form: String, CaseIterable { case json, geojson }

  /// Whether the answer is to be GeoJSON: by `format`, for callers that cannot set a field, else by
  /// `Accept`.
  mutating func wantsGeoJSON(_ request: Request) -> Bool {
    guard text("format") != nil else { return MediaRange.prefersGeoJSON(request) }
    return choice("format", standard: Form.json) == .geojson
  }
}
