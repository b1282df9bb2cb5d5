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

  /// The answer to a question about something that exists, with the tag; 304 where the caller holds it
  /// already.
  ///
  /// - Parameter found: what was asked for; to look for it comes first, since of what does not exist
  ///   nobody can hold an answer (RFC 9110, section 13.2.1).
  func tagging<Found>(
    _ request: Request, of found: Found, _ response: (Found) throws -> Response
  ) rethrows -> Response {
    var answer: Response
    if let held = held(by: request) {
      answer = Response(status: .notModified)
      answer.headers[.eTag] = held
    } else {
      answer = try response(found)
      answer.headers[.eTag] = value
    }
    answer.headers[.cacheControl] = Self.cacheControl
    answer.headers[.vary] = Self.vary
    return answer
  }

  /// The same for a question that always has an answer.
  func tagging(_ request: Request, _ response: () throws -> Response) rethrows -> Response {
    try tagging(request, of: ()) { try response() }
  }

  /// What an answer with a tag depends on besides its address.
  static let vary = "Accept, Accept-Encoding"

  /// The tag of the same answer, compressed.
  static func compressed(_ tag: String) -> String { "\(tag.dropLast())-gzip\"" }

  /// The tag under which the caller holds the answer already, in a form that it takes; nil where it does
  /// not.
  func held(by request: Request) -> String? {
    guard let field = request.headers[.ifNoneMatch] else { return nil }
    if field.trimmed == "*" { return value }
    let tags = field.split(separator: ",").map { part in
      let tag = part.trimmed
      return tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    }
    let forms = [value] + (request.takesGzip ? [Self.compressed(value)] : [])
    return forms.first { tags.contains($0) }
  }
}
