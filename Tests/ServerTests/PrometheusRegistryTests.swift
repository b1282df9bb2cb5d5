import Metrics
import Testing

@testable import Server

@Suite struct `Figures for Prometheus` {
  @Test func `counters add up by their labels, and are written with help and type`() {
    let registry = PrometheusRegistry(help: ["hits_total": "Hits."])
    for status in ["200", "200", "404"] {
      Counter(label: "hits_total", dimensions: [("status", status)], factory: registry)
        .increment()
    }
    #expect(
      registry.text == """
        # HELP hits_total Hits.
        # TYPE hits_total counter
        hits_total{status="200"} 2
        hits_total{status="404"} 1

        """)
  }

  @Test func `a timer is a histogram in seconds whose buckets are cumulative`() {
    let registry = PrometheusRegistry()
    let timer = Timer(label: "answer_seconds", factory: registry)
    timer.recordNanoseconds(100_000)
    timer.recordNanoseconds(2_000_000_000)
    timer.recordNanoseconds(60_000_000_000)
    let lines = registry.text.split(separator: "\n")
    #expect(lines.first == "# TYPE answer_seconds histogram")
    #expect(lines.contains(#"answer_seconds_bucket{le="0.0001"} 1"#))
    #expect(lines.contains(#"answer_seconds_bucket{le="0.5"} 1"#))
    #expect(lines.contains(#"answer_seconds_bucket{le="2.5"} 2"#))
    #expect(lines.contains(#"answer_seconds_bucket{le="10"} 2"#))
    #expect(lines.contains(#"answer_seconds_bucket{le="+Inf"} 3"#))
    #expect(lines.contains("answer_seconds_count 3"))
    #expect(lines.contains { $0.hasPrefix("answer_seconds_sum 62.0001") })
  }

  @Test func `meters go up and down, and gauges are what was set last`() {
    let registry = PrometheusRegistry()
    let meter = Meter(label: "open", factory: registry)
    meter.set(5)
    meter.increment(by: 2)
    meter.decrement(by: 3.5)
    Gauge(label: "rows", factory: registry).record(7)
    #expect(registry.text == "# TYPE open gauge\nopen 3.5\n# TYPE rows gauge\nrows 7\n")
  }

  @Test func `values of labels are escaped`() {
    let registry = PrometheusRegistry()
    Counter(label: "c", dimensions: [("name", "a\"b\\c\nd 网格")], factory: registry).increment()
    #expect(registry.text.contains(#"c{name="a\"b\\c\nd 网格"} 1"#))
  }

  @Test func `the figures outlive the handles`() {
    let registry = PrometheusRegistry()
    let counter = Counter(label: "c", factory: registry)
    counter.increment(by: 3)
    counter.destroy()
    Counter(label: "c", factory: registry).increment()
    #expect(registry.text.contains("\nc 4\n"))
  }
}
