import Gewu
import Hummingbird
import Words

/// `/v1/reports`: what channels send in.
///
/// Answered only once it is on disk.
struct ReportRoutes: Sendable {
  let backend: Backend
  private let bodies = LargeBodies()
  private static let largestPage = ReportQuery.largestLimit - 1

  init(backend: Backend) {
    self.backend = backend
  }

  var routes: [Route] {
    [
      .post("/v1/reports", "receiveReport", receive),
      .get("/v1/reports", "reports", list),
      .get("/v1/reports/{receipt}", "report", one),
      .get("/v1/reports/{receipt}/attachments/{number}", "attachment", attachment),
    ]
  }

  private struct Reports: Encodable {
    var reports: [Report]
    /// What to give as `before` for the next page, newest first; absent on the last one.
    var next: String?
  }

  /// 201 for a new report, 200 for the repetition of one by its `Idempotency-Key`.
  @Sendable
  private func receive(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    try QueryReader(request, known: []).check()
    guard request.mediaType == "application/json" else {
      throw Problem.unsupportedMediaType(known: ["application/json"])
    }
    let key = try idempotencyKey(of: request)
    let district = backend.district
    let caller = Connection.current
    let receipt = try await bodies.collect(request, upTo: backend.configuration.reportLimit) {
      body in
      let submission = try SubmissionReader.read(body)
      // Another reference system may have to be looked up, which waits for the disk.
      let draft =
        if submission.crs == nil {
          try district.draft(submission, idempotencyKey: key)
        } else {
          try await backend.disk.run { try district.draft(submission, idempotencyKey: key) }
        }
      return try await district.keep(draft, isWanted: { caller?.hasLeft != true })
    }
    var response = Response.json(receipt.report, status: receipt.isNew ? .created : .ok)
    response.headers[.location] = "/v1/reports/\(receipt.report.receipt)"
    return response
  }

  @Sendable
  private func list(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(
      request, known: ["limit", "before", "channel", "category", "from", "to", "grid"])
    let limit = query.integer("limit", in: 1...Self.largestPage, standard: 100)
    let span = query.days()
    let wanted = ReportQuery(
      limit: limit + 1, before: query.text("before"), channel: query.text("channel"),
      category: query.text("category"), from: span.from, to: span.to, grid: query.text("grid"))
    try query.check()
    let purpose = try request.purpose()
    let district = backend.district
    let found = try await backend.disk.run { try district.reports(wanted, for: purpose) }
    let page = Array(found.prefix(limit))
    return Self.read(
      for: purpose,
      .json(Reports(reports: page, next: found.count > limit ? page.last?.receipt : nil)))
  }

  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    try QueryReader(request, known: []).check()
    let purpose = try request.purpose()
    let name = context.parameters.get("receipt") ?? ""
    let district = backend.district
    return Self.read(
      for: purpose,
      .json(try await backend.disk.run { try district.report(name, for: purpose) }))
  }

  /// An answer that nobody may keep where it has what is sealed.
  private static func read(for purpose: ReadPurpose?, _ response: Response) -> Response {
    var response = response
    if purpose != nil { response.headers[.cacheControl] = "private, no-store" }
    return response
  }

  /// A file as it came, to be saved and never shown in the place of a page of ours.
  @Sendable
  private func attachment(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    try QueryReader(request, known: []).check()
    let purpose = try request.purpose()
    let name = context.parameters.get("receipt") ?? ""
    let digits = context.parameters.get("number") ?? ""
    guard digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
      digits.contains(where: { $0 != "0" })
    else {
      throw Problem.invalid([FieldProblem("number", FieldWords.notAnAttachmentNumber)])
    }
    // A number beyond all numbers is that of no attachment.
    let number = Int(digits) ?? .max
    let district = backend.district
    let file = try await backend.disk.run {
      try district.attachment(number, ofReport: name, for: purpose)
    }
    var response = Response.bytes(
      ByteBuffer(bytes: file.content), mediaType: file.mediaType)
    response.headers[.contentDisposition] = AttachmentField.value(fileName: file.fileName)
    response.headers[.cacheControl] = "private, no-store"
    return response
  }

  /// The key of the request.
  private func idempotencyKey(of request: Request) throws -> String? {
    let keys = request.headers[values: .idempotencyKey]
    guard let key = keys.first else { return nil }
    guard keys.count == 1 else {
      throw Problem.invalid([FieldProblem("Idempotency-Key", FieldWords.twice)])
    }
    guard Self.isKey(key) else {
      throw Problem.invalid([FieldProblem("Idempotency-Key", FieldWords.badIdempotencyKey)])
    }
    return key
  }

  /// Whether a text can be the key of a report: visible characters, at most 255 of them.
  static func isKey(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count) && text.utf8.allSatisfy { (33...126).contains($0) }
  }
}

/// The field `Content-Disposition` of a file to be saved (RFC 6266).
enum AttachmentField {
  /// The name twice: in ASCII for old programs, percent-encoded UTF-8 (RFC 8187) for all others.
  static func value(fileName: String) -> String {
    let plain = fileName.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F && scalar != "\""
        && scalar != "\\"
        && scalar != "%"
        ? Character(scalar) : "_"
    }
    let encoded = fileName.utf8.map { byte in
      Character(Unicode.Scalar(byte)).isAttributeCharacter
        ? String(Character(Unicode.Scalar(byte))) : percent(byte)
    }.joined()
    return "attachment; filename=\"\(String(plain))\"; filename*=UTF-8''\(encoded)"
  }

  private static func percent(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "%0\(digits)" : "%\(digits)"
  }
}

extension Character {
  /// Whether it stands for itself in a parameter of RFC 8187 (`attr-char`).
  fileprivate var isAttributeCharacter: Bool {
    isASCII && (isLetter || isNumber || "!#$&+-.^_`|~".contains(self))
  }
}
