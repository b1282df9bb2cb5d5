import Hummingbird

/// A name for the state that an answer was made from (RFC 9110, section 8.8.3).
///
/// Look-ups and boundaries change with the edition of the boundaries only, so that is the
/// tag, with the run of the service: another store, or another version of the
/// program, may serve the same address with the same editions.
struct EntityTag: Equatable {
  /// The field's value, quotes included.
  var value: String

  /// Kept answers must be asked for again, by their tag: the generation may change at any moment.
  static let cacheControl = "no-cache"

  /// Tells this run of the service from all others.
  static let run = String(UInt64.random(in: .min ... .max), radix: 36)

  /// The tag of answers from `edition`, and from those of other nets beside it, apart by form:
  /// JSON and GeoJSON differ.
  init(edition: String, others: [String] = [], form: String = "json") {
    let editions = ([edition] + others).joined(separator: ".")
    value = "\"\(Self.run)-g\(editions)-\(form)\""
  }

  /// The tag of a file of which `digest` is a digest.
  init(digest: UInt64) {
    value = "\"\(String(digest, radix: 16))\""
  }

  /// Whether the caller holds the answer of this tag already.
  func isHeld(by request: Request) -> Bool {
    guard let field = request.headers[.ifNoneMatch] else { return false }
    return field.split(separator: ",").contains { part in
      let tag = part.trimmed
      return tag == "*" || tag == value || tag == "W/\(value)"
    }
  }

  /// The answer with the tag, or 304 without it where the caller holds it already.
  func tagging(_ request: Request, _ response: () throws -> Response) rethrows -> Response {
    var answer = isHeld(by: request) ? Response(status: .notModified) : try response()
    answer.headers[.eTag] = value
    answer.headers[.cacheControl] = Self.cacheControl
    answer.headers[.vary] = "Accept"
    return answer
  }
}
