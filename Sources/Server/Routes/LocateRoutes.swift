import Geometry
import Gewu
import Hummingbird
import Logging
import Metrics

/// `/v1/locate`: the grid of one position, or of a batch.
struct LocateRoutes: Sendable {
  let backend: Backend

  init(backend: Backend) {
    self.backend = backend
  }

  var routes: [Route] {
    [.get("/v1/locate", one), .post("/v1/locate", batch)]
  }

  /// Answers what ``LocateShortcut`` let pass: other systems, days and forms, and positions in no
  /// grid.
  @Sendable
  private func one(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    let question = try LocateParameters(request)
    guard question.needsDisk else {
      let locator = try backend.locator(crs: question.crs)
      return try EntityTag(generation: locator.generation, form: question.form).tagging(request) {
        .bytes(ByteBuffer(bytes: try answer(question, locator)), mediaType: "application/json")
      }
    }
    return try await backend.disk.run {
      let locator = try backend.locator(crs: question.crs, at: question.day)
      return try EntityTag(generation: locator.generation, form: question.form).tagging(request) {
        var answer = try answer(question, locator)
        guard question.wantsFeature || question.hasBoundary else {
          return .bytes(ByteBuffer(bytes: answer), mediaType: "application/json")
        }
        let found = try backend.district.boundary(
          of: locator.slot(of: question.position), in: locator)
        if question.wantsFeature {
          return .bytes(Self.feature(answer, found), mediaType: FeatureWriter.mediaType)
        }
        answer.removeLast()
        answer += #","boundary":"#.utf8
        Self.append(found?.boundary, to: &answer)
        answer += "}".utf8
        return .bytes(ByteBuffer(bytes: answer), mediaType: "application/json")
      }
    }
  }

  /// The answer as JSON, with the grids within the radius where one is given.
  private func answer(_ question: LocateParameters, _ locator: PointLocator) throws -> [UInt8] {
    let slot = locator.slot(of: question.position)
    count(slot.status, 1)
    var bytes: [UInt8] = []
    if !locator.appendAnswer(for: slot, to: &bytes) {
      bytes += try JSONText.bytes(of: locator.answer(for: question.position)).readableBytesView
    }
    if let radius = question.radius {
      bytes.removeLast()
      bytes += #","within":"#.utf8
      let near = locator.grids(within: radius, of: question.position)
      bytes += try JSONText.bytes(of: near).readableBytesView
      bytes += "}".utf8
    }
    return bytes
  }

  /// The answer as a feature: its members are the properties, the boundary the geometry.
  private static func feature(
    _ answer: [UInt8], _ boundary: (code: String, boundary: MultiPolygon)?
  ) -> ByteBuffer {
    var output = Array(#"{"type":"Feature","#.utf8)
    if let code = boundary?.code {
      output += #""id":"#.utf8
      JSONText.append(code, to: &output)
      output += ",".utf8
    }
    output += #""properties":"#.utf8
    output += answer
    output += #","geometry":"#.utf8
    append(boundary?.boundary, to: &output)
    output += "}".utf8
    return ByteBuffer(bytes: output)
  }

  private static func append(_ boundary: MultiPolygon?, to output: inout [UInt8]) {
    if let boundary {
      output += FeatureWriter.geometry(boundary).readableBytesView
    } else {
      output += "null".utf8
    }
  }

  /// Answers a batch while it comes in; see ``BatchExchange``.
  @Sendable
  private func batch(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    var query = QueryReader(request, known: ["lon", "lat", "crs", "at", "codes"])
    let (longitude, latitude) = (query.text("lon"), query.text("lat"))
    let crs = query.crs()
    let day = query.day("at")
    let givesCodes = query.flag("codes", standard: true)
    try query.check()
    let form = try BatchForm(request)
    let locator = try await backend.disk.run { try backend.locator(crs: crs, at: day) }
    let stream = form.stream(
      locator, longitude: longitude, latitude: latitude, givesCodes: givesCodes)
    let exchange = BatchExchange(request.body, through: stream)
    var response: Response
    do {
      if let answer = try await exchange.whole() {
        count(exchange.summary)
        response = .bytes(answer, mediaType: form.rawValue)
      } else {
        response = Response(
          status: .ok, headers: [.contentType: form.rawValue],
          body: sending(exchange, logger: context.logger))
      }
    } catch let fault as LocateTableFault {
      throw Problem(fault)
    }
    response.headers[.gewuGeneration] = String(locator.generation)
    return response
  }

  private func sending(_ exchange: BatchExchange, logger: Logger) -> ResponseBody {
    // The framework writes the body after the handler has returned, once, and in one task: the
    // exchange goes from the one to the other and is never with both.
    nonisolated(unsafe) let exchange = exchange
    return ResponseBody { writer in
      do {
        try await exchange.send(to: &writer)
      } catch {
        logger.error("a batch was broken off", metadata: ["error": "\(error)"])
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
