import Foundation
import Gewu
import Hummingbird
import Words

extension Request {
  /// The whole body; more than `limit` bytes are refused without being read.
  func collected(upTo limit: Int) async throws -> ByteBuffer {
    if let field = headers[.contentLength], let length = Int(field), length > limit {
      throw Problem.tooLarge(limit: limit)
    }
    do {
      return try await wantedBody.collect(upTo: limit)
    } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
      throw Problem.tooLarge(limit: limit)
    }
  }

  /// What sealed words are read for; nil where the request does not say.
  ///
  /// - Throws: `Problem` where it says so twice, or nothing that can be read.
  func purpose() throws -> ReadPurpose? {
    let texts = headers[values: .gewuPurpose]
    guard let text = texts.first else { return nil }
    let name = "Gewu-Purpose"
    guard texts.count == 1 else { throw Problem.invalid([FieldProblem(name, FieldWords.twice)]) }
    guard text.utf8.allSatisfy({ (32...126).contains($0) }),
      let plain = text.removingPercentEncoding, let purpose = try? ReadPurpose(plain)
    else { throw Problem.invalid([FieldProblem(name, FieldWords.badPurpose)]) }
    return purpose
  }

  /// The media type of the body without its parameters, in lower case.
  var mediaType: String? {
    headers[.contentType]?.split(separator: ";").first?.trimmed.lowercased()
  }
}

extension StringProtocol {
  /// Whether nothing in it can be seen: blanks of any script, line ends, characters of no width.
  var isBlank: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace
        || [.control, .format].contains(scalar.properties.generalCategory)
    }
  }

  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text = text.dropFirst() }
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return String(text)
  }
}
