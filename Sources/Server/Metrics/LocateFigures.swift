import Gewu
import Synchronization

/// The figures of the answers that the router never saw.
final class LocateFigures: Sendable {
  private struct Counts {
    var inside = 0
    var border = 0
    var seconds = Histogram()
  }

  private let counts = Mutex(Counts())

  /// Counts an answer in.
  func count(_ status: GridStatus, since start: ContinuousClock.Instant) {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    counts.withLock { counts in
      if status == .border { counts.border += 1 } else { counts.inside += 1 }
      counts.seconds.record(seconds)
    }
  }

  /// The series that these figures are part of.
  @Sendable
  func series() -> [MetricKey: PrometheusRegistry.Series] {
    let counts = counts.withLock { $0 }
    let total = counts.inside + counts.border
    guard total > 0 else { return [:] }
    let route = ("route", "/v1/locate")
    var series: [MetricKey: PrometheusRegistry.Series] = [
      MetricKey("gewu_http_requests_total", [route, ("method", "GET"), ("status", "200")]):
        .counter(Double(total)),
      MetricKey("gewu_http_request_seconds", [route]): .histogram(counts.seconds),
    ]
    for (status, number) in [(GridStatus.inside, counts.inside), (.border, counts.border)]
    where number > 0 {
      let key = MetricKey("gewu_located_positions_total", [("status", status.rawValue)])
      series[key] = .counter(Double(number))
    }
    return series
  }
}
