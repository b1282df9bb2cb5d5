import Geometry
import Gewu
import Synchronization
import Tabular

/// What all connections share to answer the commonest question: the locator, the head of the
/// answer, and the figures.
final class LocateDesk: Sendable {
  private struct Head {
    var edition = ""
    var bytes: [UInt8] = []
  }

  private let district: District
  private let date = DateField()
  private let head = Mutex(Head())
  private let figures: LocateFigures

  init(backend: Backend) {
    district = backend.district
    figures = LocateFigures()
    backend.registry.add(source: figures.series)
  }

  /// Writes the whole response for a position into `reply`; false, and nothing written, where the
  /// router has to answer: for a position in no grid, and where nothing is active.
  ///
  /// `body` is scratch memory. Neither allocates once it has grown.
  func answer(
    _ position: Coordinate, body: inout LocateAnswerWriter, reply: inout [UInt8]
  ) -> GridStatus? {
    guard let locator = try? district.pointLocator() else { return nil }
    let slot = locator.slot(of: position)
    guard slot.cell >= 0 else { return nil }
    body.clear()
    body.open(position, slot, in: locator)
    body.close()
    reply.removeAll(keepingCapacity: true)
    appendHead(edition: locator.edition, to: &reply)
    reply += "Content-Length: ".utf8
    JSONText.append(Int64(body.bytes.count), to: &reply)
    reply += "\r\nDate: ".utf8
    date.append(to: &reply)
    reply += "\r\n\r\n".utf8
    reply += body.bytes
    return slot.status
  }

  /// Counts an answer in.
  func count(_ status: GridStatus, since start: ContinuousClock.Instant) {
    figures.count(status, since: start)
  }

  private func appendHead(edition: String, to reply: inout [UInt8]) {
    head.withLock { head in
      if head.edition != edition {
        head = Head(edition: edition, bytes: Self.head(of: edition))
      }
      reply += head.bytes
    }
  }

  /// The fields that the router's answer has too, named as it names them.
  private static func head(of edition: String) -> [UInt8] {
    let fields = [
      ("Content-Type", "application/json"),
      ("ETag", EntityTag(edition: edition).value),
      ("Cache-Control", EntityTag.cacheControl), ("Vary", EntityTag.vary),
      ("Content-Security-Policy", ProblemMiddleware.contentSecurityPolicy),
      ("X-Content-Type-Options", "nosniff"), ("Server", ServerConfiguration.serverName),
    ]
    let lines = fields.map { "\($0.0): \($0.1)\r\n" }
    return Array(("HTTP/1.1 200 OK\r\n" + lines.joined()).utf8)
  }
}
