import Foundation
import Geometry
import Gewu
import Hummingbird
import Logging
import Metrics
import Tabular
import Words

/// `/v1/locate`: the grid of one position, or of a batch.
struct LocateRoutes: Sendable {
  let backend: Backend

  init(backend: Backend) {
    self.backend = backend
  }

  var routes: [Route] {
    [
      .get("/v1/locate", "locate", one),
      .post("/v1/locate", "locateBatch", batch),
    ]
  }

  /// Answers what ``LocateShortcut`` let pass: other systems, days and forms, and positions in no
  /// grid.
  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    let question = try LocateParameters(request)
    guard question.needsDisk else {
      let locator = try backend.locator(crs: question.crs)
      return try EntityTag(edition: locator.edition, form: question.form).tagging(request) {
        Self.json(try answer(question, locator))
      }
    }
    return try await backend.disk.run {
      let (locator, others) = try question.nets.locators(
        backend, crs: question.crs, at: question.date)
      let doors = question.hasAddress ? try backend.district.doorFinder() : nil
      let tag = EntityTag(
        edition: locator.edition,
        others: others.map(\.locator.edition) + (doors.map { ["addresses-\($0.version)"] } ?? []),
        form: question.form)
      return try tag.tagging(request) {
        var writer = try answer(question, locator, beside: others)
        if let doors {
          let door = doors.nearest(to: question.position, in: locator)
          writer.append("address", try JSONText.bytes(of: door))
        }
        guard question.wantsFeature || question.hasBoundary else {
          return Self.json(writer)
        }
        let found = try backend.district.boundary(
          of: locator.slot(of: question.position), in: locator)
        if question.wantsFeature {
          writer.close()
          return .bytes(Self.feature(writer.bytes, found), mediaType: GeoJSONText.mediaType)
        }
        writer.append("boundary", GeoJSONText.geometry(found?.boundary, .drawn))
        return Self.json(writer)
      }
    }
  }

  /// The answer as JSON up to its end, with the grids within the radius where one is given, and with
  /// those of other nets.
  private func answer(
    _ question: LocateParameters, _ locator: PointLocator, beside others: [NetLocator] = []
  ) throws -> LocateAnswerWriter {
    var writer = LocateAnswerWriter()
    let slot = locator.slot(of: question.position)
    writer.open(question.position, slot, in: locator)
    count(slot.status, 1)
    if let radius = question.radius {
      let near = locator.grids(within: radius, of: question.position)
      writer.append("within", try JSONText.bytes(of: near))
    }
    if question.nets.others != nil { writer.append(nets: others, of: question.position) }
    return writer
  }

  private static func json(_ writer: LocateAnswerWriter) -> Response {
    var writer = writer
    writer.close()
    return .bytes(ByteBuffer(bytes: writer.bytes), mediaType: "application/json")
  }

  /// The answer as a feature: its members are the properties, the boundary the geometry.
  private static func feature(
    _ answer: [UInt8], _ boundary: (code: String, boundary: MultiPolygon)?
  ) -> ByteBuffer {
    ByteBuffer(
      bytes: GeoJSONText.feature(
        id: boundary?.code, properties: answer, boundary: boundary?.boundary, .drawn))
  }

  /// Answers a batch while it comes in; see ``BatchExchange``.
  @Sendable
  private func batch(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["lon", "lat", "crs", "at", "net", "nets", "codes"])
    let (longitude, latitude) = (query.text("lon"), query.text("lat"))
    let crs = query.crs()
    let date = query.moment("at")
    let nets = query.nets()
    let givesCodes = query.flag("codes", standard: true)
    let form = try BatchForm(request)
    if nets.others != nil, !form.takesNets {
      query.note("nets", BatchWords.oneNetOnly(form.rawValue))
    }
    try query.check()
    let (locator, others) = try await backend.disk.run {
      try nets.locators(backend, crs: crs, at: date)
    }
    let stream = form.stream(
      locator, beside: others, longitude: longitude, latitude: latitude, givesCodes: givesCodes)
    let exchange = BatchExchange(request.wantedBody, through: stream, backend: backend)
    var response: Response
    switch try await exchange.whole() {
    case .inMemory(let answer):
      count(exchange.summary)
      response = .bytes(answer, mediaType: form.rawValue)
    case .onDisk(let spool):
      count(exchange.summary)
      let disk = backend.spool
      response = Response(
        status: .ok, headers: [.contentType: form.rawValue],
        body: ResponseBody(contentLength: spool.count) { writer in
          try await BatchExchange.send(spool, to: &writer, through: disk)
          try await writer.finish(nil)
        })
    case .notYet:
      response = Response(
        status: .ok, headers: [.contentType: form.rawValue],
        body: sending(
          exchange, form, in: Language(acceptLanguage: request.headers[.acceptLanguage]),
          logger: context.logger))
    }
    response.headers[.gewuGeneration] = String(locator.generation)
    if !others.isEmpty {
      response.headers[.gewuNetGenerations] = others.map { other in
        let name = other.net.addingPercentEncoding(withAllowedCharacters: .urlHostAllowed)
        return "\(name ?? other.net)=\(other.locator.generation)"
      }.joined(separator: ", ")
    }
    return response
  }

  private func sending(
    _ exchange: BatchExchange, _ form: BatchForm, in language: Language, logger: Logger
  ) -> ResponseBody {
    // The framework writes the body after the handler has returned, once, and in one task: the
    // exchange goes from the one to the other and is never with both.
    nonisolated(unsafe) let exchange = exchange
    return ResponseBody { writer in
      do {
        try await exchange.send(to: &writer)
      } catch {
        let problem = Problem(error)
        if problem.status.kind == .serverError {
          logger.error("a batch was broken off", metadata: ["error": "\(error)"])
        }
        // It is too late for another status; the problem is the last that comes, and the end is missing.
        if form != .numbers {
          let body = ProblemBody(problem, instance: "/v1/locate", in: language)
          try await writer.write(ByteBuffer(bytes: [0x0A] + JSONText.bytes(of: body) + [0x0A]))
        }
        throw error
      }
      count(exchange.summary)
    }
  }

  private func count(_ summary: LocateTable.Summary) {
    count(.inside, summary.inside)
    count(.border, summary.border)
    count(.outside, summary.outside)
    count(.invalid, summary.invalid)
  }

  private func count(_ status: GridStatus, _ number: Int) {
    guard number > 0 else { return }
    Counter(
      label: "gewu_located_positions_total", dimensions: [("status", status.rawValue)],
      factory: backend.registry
    ).increment(by: number)
  }
}
