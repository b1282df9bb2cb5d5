import Hummingbird

/// One name of an `Accept…` field with its weight (RFC 9110, section 12.4.2).
struct Preference: Equatable {
  /// In lower case.
  var name: String
  var weight: Double

  /// Reads the names of a field.
  static func list(of field: String) -> [Preference] {
    field.split(separator: ",").compactMap { part in
      let pieces = part.split(separator: ";").map { $0.trimmed.lowercased() }
      guard let name = pieces.first, !name.isEmpty else { return nil }
      let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }
        .flatMap { Double($0.dropFirst(2)) }
      return Preference(name: name, weight: weight ?? 1)
    }
  }
}

extension Request {
  /// Whether the caller takes gzip: by name, or as any coding (RFC 9110, section 12.5.3).
  var takesGzip: Bool {
    guard let field = headers[.acceptEncoding] else { return false }
    let codings = Preference.list(of: field)
    let named = codings.first { $0.name == "gzip" || $0.name == "x-gzip" }
    return (named ?? codings.first { $0.name == "*" })?.weight ?? 0 > 0
  }
}
