import Gewu
import Hummingbird
import Tabular

/// `/v1/features`: the lines and areas of a data set, for maps.
struct FeatureRoutes: Sendable {
  let backend: Backend

  var routes: [Route] { [.get("/v1/features", "features", features)] }

  /// The rows that are read and written at once.
  private static let block = 512

  @Sendable
  private func features(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    var reader = QueryReader(
      request, known: ["of", "bbox", "limit", "after", "simplify"])
    let dataset = reader.requiredText("of")
    let window = reader.requiredWindow()
    let limit = reader.integer(
      "limit", in: 1...FeatureQuery.largestLimit, standard: FeatureQuery.largestLimit)
    let after = reader.number("after") ?? 0
    let tolerance = reader.integer("simplify", in: 0...FeatureQuery.largestTolerance, standard: 0)
    try reader.check()
    guard let window else { throw Problem.fault }
    let query = FeatureQuery(
      dataset: dataset, within: window, after: after, limit: limit, tolerance: tolerance)
    let district = backend.district
    let isHead = request.method == .head
    return try await backend.disk.run { isCancelled in
      let source = try district.featureSource(of: dataset)
      let tag = EntityTag(edition: source.edition, form: "features")
      return try tag.tagging(request, of: source) { source in
        try answer(
          district.features(query, of: source, isCancelled: isCancelled), isHead: isHead,
          isCancelled: isCancelled)
      }
    }
  }

  /// One block as it is, so that its length is known; more of them as they are read, so that no answer
  /// stands in memory as a whole.
  private func answer(
    _ selection: FeatureSelection, isHead: Bool, isCancelled: () -> Bool
  ) throws -> Response {
    var text = try Self.head(of: selection)
    if selection.count <= Self.block {
      try backend.district.write(0..<selection.count, of: selection, to: &text)
      return .bytes(ByteBuffer(bytes: text.finish()), mediaType: GeoJSONText.mediaType)
    }
    // HEAD says how long the answer to GET is, and has nobody who reads it.
    let length = isHead ? try length(of: selection, isCancelled: isCancelled) : nil
    let begun = text
    return Response(
      status: .ok, headers: [.contentType: GeoJSONText.mediaType],
      body: ResponseBody(contentLength: length) { writer in
        try await send(selection, behind: begun, to: &writer)
      })
  }

  @concurrent
  private func send(
    _ selection: FeatureSelection, behind head: GeoJSONText, to writer: inout any ResponseBodyWriter
  ) async throws {
    let district = backend.district
    var text = head
    for rows in Self.blocks(of: selection) {
      let begun = text
      let bytes: ByteBuffer
      (text, bytes) = try await backend.disk.run { _ in
        var text = begun
        try district.write(rows, of: selection, to: &text)
        let written = ByteBuffer(bytes: text.take())
        return (text, written)
      }
      try await writer.write(bytes)
    }
    try await writer.write(ByteBuffer(bytes: text.finish()))
    try await writer.finish(nil)
  }

  private func length(of selection: FeatureSelection, isCancelled: () -> Bool) throws -> Int {
    var text = try Self.head(of: selection)
    var length = 0
    for rows in Self.blocks(of: selection) {
      if isCancelled() { throw CancellationError() }
      try backend.district.write(rows, of: selection, to: &text)
      length += text.take().count
    }
    return length + text.finish().count
  }

  private static func blocks(of selection: FeatureSelection) -> [Range<Int>] {
    stride(from: 0, to: selection.count, by: block).map {
      $0..<min($0 + block, selection.count)
    }
  }

  private static func head(of selection: FeatureSelection) throws -> GeoJSONText {
    var members = [(name: "complete", json: try JSONText.bytes(of: selection.next == nil))]
    if let next = selection.next {
      members.append((name: "next", json: try JSONText.bytes(of: next)))
    }
    return GeoJSONText(.drawn, members: members)
  }
}
