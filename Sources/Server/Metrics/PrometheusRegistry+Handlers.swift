import Metrics

/// A handle on one time series, in all the roles that swift-metrics knows.
///
/// It has no state of its own: the registry holds the figures.
private final class SeriesHandler: CounterHandler, FloatingPointCounterHandler, MeterHandler,
  RecorderHandler, TimerHandler
{
  private let registry: PrometheusRegistry
  private let key: MetricKey
  private let isGauge: Bool

  init(_ registry: PrometheusRegistry, _ key: MetricKey, isGauge: Bool = false) {
    self.registry = registry
    self.key = key
    self.isGauge = isGauge
  }

  func increment(by amount: Int64) { registry.add(Double(amount), to: key) }

  func increment(by amount: Double) {
    if isGauge { registry.change(key) { $0 + amount } } else { registry.add(amount, to: key) }
  }

  func reset() { registry.reset(key) }
  func decrement(by amount: Double) { registry.change(key) { $0 - amount } }
  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { registry.change(key) { _ in value } }
  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    if isGauge { set(value) } else { registry.record(value, in: key) }
  }

  func recordNanoseconds(_ duration: Int64) { registry.record(Double(duration) / 1e9, in: key) }
}

extension PrometheusRegistry {
  private func handler(
    _ label: String, _ dimensions: [(String, String)], isGauge: Bool = false
  ) -> SeriesHandler {
    SeriesHandler(self, MetricKey(label, dimensions), isGauge: isGauge)
  }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    handler(label, dimensions)
  }

  func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    handler(label, dimensions)
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    handler(label, dimensions, isGauge: true)
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    handler(label, dimensions, isGauge: !aggregate)
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    handler(label, dimensions)
  }

  // The figures outlive the handles: a counter that started again at 0 would be read as a reset.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}
}
