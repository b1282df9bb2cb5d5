import Gewu
import NIOCore
import NIOHTTP1

/// What all connections share to receive reports in front of the framework.
final class ReportDesk: Sendable {
  private let district: District
  private let date = DateField()
  private let figures = ReportFigures()

  /// The longest body that is taken, in bytes; the framework reads longer ones within its budget.
  let longest: Int

  init(backend: Backend) {
    district = backend.district
    longest = min(64 << 10, backend.configuration.reportLimit)
    backend.registry.add(source: figures.series)
  }

  /// The report in a body, checked and attached; nil where the router has to answer: where anything is
  /// wrong with it, and for another reference system, which may have to be looked up on the disk.
  func draft(_ body: ByteBuffer, key: String?) -> ReportDraft? {
    guard let submission = try? SubmissionReader.read(body), submission.crs == nil else {
      return nil
    }
    return try? district.draft(submission, idempotencyKey: key)
  }

  /// Writes a report; `completion` is told on another thread.
  func keep(
    _ draft: ReportDraft, isWanted: @escaping @Sendable () -> Bool,
    _ completion: @escaping @Sendable (Result<KeptReport, any Error>) -> Void
  ) {
    district.keep(draft, isWanted: isWanted, completion)
  }

  /// The response for a new report; nil where the router has to answer.
  ///
  /// It can do all anew then: what could not be kept was not, and what was there under its key still is.
  func answer(
    _ outcome: Result<KeptReport, any Error>
  ) -> (head: HTTPResponseHead, body: ByteBuffer)? {
    guard case .success(let kept) = outcome, kept.isNew,
      let report = try? district.receipt(of: kept).report, let bytes = try? report.json
    else { return nil }
    var head = HTTPResponseHead(version: .http1_1, status: .created, headers: Self.fields)
    head.headers.add(name: "Location", value: "/v1/reports/\(report.receipt)")
    head.headers.add(name: "Content-Length", value: "\(bytes.count)")
    head.headers.add(name: "Date", value: date.text)
    return (head, ByteBuffer(bytes: bytes))
  }

  /// Counts an answer in.
  func count(since start: ContinuousClock.Instant) { figures.count(since: start) }

  /// The fields that the router's answer has too.
  private static let fields: HTTPHeaders = [
    "Content-Type": "application/json",
    "Content-Security-Policy": ProblemMiddleware.contentSecurityPolicy,
    "X-Content-Type-Options": "nosniff", "Server": ServerConfiguration.serverName,
  ]
}
