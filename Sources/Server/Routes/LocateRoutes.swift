import Foundation
import Geometry
import Gewu
import Hummingbird
import Logging
import Metrics
import Words

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
      let (locator, others) = try question.nets.locators(
        backend, crs: question.crs, at: question.date)
      let tag = EntityTag(
        generation: locator.generation, others: others.map(\.locator.generation),
        form: question.form)
      return try tag.tagging(request) {
        var answer = try answer(question, locator, beside: others)
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

  /// The answer as JSON, with the grids within the radius where one is given, and with those of
  /// other nets.
  private func answer(
    _ question: LocateParameters, _ locator: PointLocator, beside others: [NetLocator] = []
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    count(try Self.append(question.position, locator, to: &bytes), 1)
    if let radius = question.radius {
      bytes.removeLast()
      bytes += #","within":"#.utf8
      let near = locator.grids(within: radius, of: question.position)
      bytes += try JSONText.bytes(of: near).readableBytesView
      bytes += "}".utf8
    }
    if question.nets.others != nil {
      bytes.removeLast()
      bytes += #","nets":{"#.utf8
      for (place, other) in others.enumerated() {
        if place > 0 { bytes += ",".utf8 }
        JSONText.append(other.net, to: &bytes)
        bytes += ":".utf8
        try Self.append(question.position, other.locator, to: &bytes)
      }
      bytes += "}}".utf8
    }
    return bytes
  }

  /// Appends the answer for a position as JSON, and says its status.
  @discardableResult
  private static func append(
    _ position: Coordinate, _ locator: PointLocator, to bytes: inout [UInt8]
  ) throws -> GridStatus {
    let slot = locator.slot(of: position)
    if !locator.appendAnswer(for: slot, to: &bytes) {
      bytes += try JSONText.bytes(of: locator.answer(for: position)).readableBytesView
    }
    return slot.status
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
    if !others.isEmpty {
      response.headers[.gewuNetGenerations] = others.map { other in
        let name = other.net.addingPercentEncoding(withAllowedCharacters: .urlHostAllowed)
        return "\(name ?? other.net)=\(other.locator.generation)"
      }.joined(separator: ", ")
    }
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
