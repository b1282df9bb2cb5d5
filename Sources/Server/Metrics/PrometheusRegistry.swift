import Metrics
import Synchronization

/// The figures of one service, written as Prometheus reads them (text format 0.0.4).
///
/// A factory of swift-metrics, so that its counters, meters, recorders and timers
/// all end here. Each service has its own rather than the process-wide one, which
/// can be set only once.
final class PrometheusRegistry: MetricsFactory {
  /// The values of one time series.
  enum Series {
    case counter(Double)
    case gauge(Double)
    case histogram(Histogram)
  }

  private let series = Mutex<[MetricKey: Series]>([:])
  private let sources = Mutex<[@Sendable () -> [MetricKey: Series]]>([])

  /// What each name means; written before its values.
  private let help: [String: String]
  /// The upper bounds of the histograms that do not have the usual ones, by name.
  private let bounds: [String: [Double]]

  init(help: [String: String] = [:], bounds: [String: [Double]] = [:]) {
    self.help = help
    self.bounds = bounds
  }

  /// Takes further figures from `source` whenever the figures are read; those of a series that is
  /// counted here too are added.
  func add(source: @escaping @Sendable () -> [MetricKey: Series]) {
    sources.withLock { $0.append(source) }
  }

  func add(_ amount: Double, to key: MetricKey) {
    series.withLock { series in
      guard case .counter(let value) = series[key, default: .counter(0)] else { return }
      series[key] = .counter(value + amount)
    }
  }

  func reset(_ key: MetricKey) {
    series.withLock { $0[key] = .counter(0) }
  }

  func change(_ key: MetricKey, _ change: (Double) -> Double) {
    series.withLock { series in
      guard case .gauge(let value) = series[key, default: .gauge(0)] else { return }
      series[key] = .gauge(change(value))
    }
  }

  func record(_ value: Double, in key: MetricKey) {
    series.withLock { series in
      let empty = Histogram(bounds: bounds[key.name] ?? Histogram.seconds)
      guard case .histogram(var histogram) = series[key, default: .histogram(empty)]
      else { return }
      histogram.record(value)
      series[key] = .histogram(histogram)
    }
  }

  /// The media type of ``text``.
  static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// All figures, by name and labels.
  var text: String {
    var all = series.withLock { $0 }
    for source in sources.withLock({ $0 }) { all.merge(source()) { Self.sum($0, $1) } }
    var lines: [String] = []
    var last: String?
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      if key.name != last {
        if let help = help[key.name] { lines.append("# HELP \(key.name) \(help)") }
        lines.append("# TYPE \(key.name) \(Self.kind(of: value))")
        last = key.name
      }
      switch value {
      case .counter(let number), .gauge(let number):
        lines.append("\(key.text()) \(Self.text(number))")
      case .histogram(let histogram):
        lines += Self.lines(of: histogram, key)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func sum(_ a: Series, _ b: Series) -> Series {
    switch (a, b) {
    case (.counter(let a), .counter(let b)): .counter(a + b)
    case (.histogram(let a), .histogram(let b)): .histogram(a + b)
    default: b
    }
  }

  private static func kind(of series: Series) -> String {
    switch series {
    case .counter: "counter"
    case .gauge: "gauge"
    case .histogram: "histogram"
    }
  }

  private static func lines(of histogram: Histogram, _ key: MetricKey) -> [String] {
    histogram.cumulative.map {
      "\(key.text(suffix: "_bucket", extra: ("le", text($0.bound)))) \($0.count)"
    } + [
      "\(key.text(suffix: "_bucket", extra: ("le", "+Inf"))) \(histogram.count)",
      "\(key.text(suffix: "_sum")) \(text(histogram.sum))",
      "\(key.text(suffix: "_count")) \(histogram.count)",
    ]
  }

  private static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Inf" : "+Inf" }
    return Int64(exactly: number).map(String.init) ?? String(number)
  }
}
