import Foundation
import Gewu
import Hummingbird
import Words

/// `/v1/addresses`: which standard address a written one means, and which ones somebody who types may mean.
struct AddressRoutes: Sendable {
  let backend: Backend

  var routes: [Route] {
    [
      .get("/v1/addresses", "addresses", suggestions),
      .get("/v1/addresses/match", "matchAddress", one),
      .post("/v1/addresses/match", "matchAddresses", several),
    ]
  }

  /// How many texts a request may have.
  static let mostTexts = 10_000
  /// How many characters are read of a text.
  static let longestText = 500

  /// A directory of homes: given for a purpose alone, and in no cache.
  @Sendable
  private func suggestions(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    var query = QueryReader(request, known: ["q", "limit"])
    let typed = query.requiredText("q")
    let limit = query.integer("limit", in: 1...District.mostSuggestions, standard: 10)
    let purpose = try request.purpose()
    try query.check()
    let district = backend.district
    let found = try await backend.disk.run {
      try district.suggestAddresses(
        for: String(typed.prefix(Self.longestText)), limit: limit, purpose: purpose)
    }
    var response = Response.json(SuggestedAddresses(addresses: found))
    response.headers[.cacheControl] = "private, no-store"
    return response
  }

  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["address"])
    let text = query.requiredText("address")
    try query.check()
    let district = backend.district
    return try .json(await backend.disk.run { try district.match(address: text) })
  }

  @Sendable
  private func several(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let query = QueryReader(request, known: [])
    try query.check()
    guard request.mediaType == "application/json" else {
      throw Problem.unsupportedMediaType(known: ["application/json"])
    }
    let body = try await request.collected(upTo: backend.configuration.reportLimit)
    let asked: AskedAddresses
    do {
      asked = try JSONDecoder().decode(AskedAddresses.self, from: Data(body.readableBytesView))
    } catch {
      throw Problem.invalid([FieldProblem("addresses", FieldWords.texts(most: Self.mostTexts))])
    }
    guard asked.addresses.count <= Self.mostTexts else {
      throw Problem.invalid([FieldProblem("addresses", FieldWords.texts(most: Self.mostTexts))])
    }
    let district = backend.district
    let answers = try await backend.disk.run {
      try district.addressMatcher().answers(asked.addresses, threads: 2)
    }
    return .json(MatchedAddresses(answers: answers))
  }
}

/// What a batch of addresses asks.
private struct AskedAddresses: Decodable {
  let addresses: [String]
}

/// What a batch of addresses is answered.
private struct MatchedAddresses: Encodable {
  let answers: [AddressAnswer]
}

/// What somebody who types is shown.
private struct SuggestedAddresses: Encodable {
  let addresses: [AddressSuggestion]
}
