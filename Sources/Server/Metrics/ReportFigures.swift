import Synchronization

/// The figures of the reports that the router never saw: all were new, and kept.
final class ReportFigures: Sendable {
  private let seconds = Mutex(Histogram())

  /// Counts an answer in.
  func count(since start: ContinuousClock.Instant) {
    let taken = (ContinuousClock.now - start) / .seconds(1)
    seconds.withLock { $0.record(taken) }
  }

  /// The series that these figures are part of.
  @Sendable
  func series() -> [MetricKey: PrometheusRegistry.Series] {
    let seconds = seconds.withLock { $0 }
    guard seconds.count > 0 else { return [:] }
    let route = ("route", "/v1/reports")
    return [
      MetricKey("gewu_http_requests_total", [route, ("method", "POST"), ("status", "201")]):
        .counter(Double(seconds.count)),
      MetricKey("gewu_http_request_seconds", [route]): .histogram(seconds),
    ]
  }
}
