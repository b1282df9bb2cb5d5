import Foundation
import Gewu
import Hummingbird
import Metrics

/// `/healthz`, `/readyz`, `/metrics`: for those who watch over the service.
struct HealthRoutes: Sendable {
  let backend: Backend
  private let started = Date()

  init(backend: Backend) {
    self.backend = backend
  }

  var routes: [Route] {
    [
      .get("/healthz", "health", health),
      .get("/readyz", "readiness", readiness),
      .get("/metrics", "metrics", metrics),
    ]
  }

  private struct Health: Encodable {
    var status: String
    var generation: Int64?
  }

  /// The process answers; that is all it says.
  @Sendable
  private func health(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    uncached(.json(Health(status: "ok")))
  }

  /// Look-ups can be answered: a generation is active and its index is loaded, and the store is
  /// where it was.
  @Sendable
  private func readiness(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let generation = try await backend.disk.run {
      try backend.district.checkPlace()
      return try backend.locator().generation
    }
    return uncached(.json(Health(status: "ready", generation: generation)))
  }

  @Sendable
  private func metrics(
    _ request: Request, _ context: BasicRequestContext
  ) async throws -> Response {
    let text = try await backend.disk.run {
      try measure()
      return backend.registry.text
    }
    return uncached(
      .bytes(ByteBuffer(string: text), mediaType: PrometheusRegistry.mediaType))
  }

  private func measure() throws {
    func set(_ name: String, _ value: Double, _ labels: [(String, String)] = []) {
      Meter(label: name, dimensions: labels, factory: backend.registry).set(value)
    }
    set("gewu_process_start_time_seconds", started.timeIntervalSince1970.rounded())
    set("gewu_report_queue", Double(backend.district.waitingReports))
    set("gewu_spooled_bytes", Double(backend.spoolSpace.used))
    let snapshot = try? backend.snapshot()
    set("gewu_generation", Double(snapshot?.generation ?? 0))
    for level in snapshot?.levels ?? [] {
      set("gewu_grids", Double(level.cells), [("level", level.level)])
    }
    for dataset in try backend.district.shownDatasets() {
      for (name, rows) in [("attached", dataset.attached), ("unattached", dataset.unattached)] {
        guard let rows else { continue }
        set("gewu_dataset_rows", Double(rows), [("dataset", dataset.id), ("grid", name)])
      }
    }
    try measureAddresses(set)
    if let profile = try backend.district.profileState() {
      set("gewu_profile_outdated", profile.isCurrent ? 0 : 1)
    }
    for lag in try backend.district.subjectsWaiting() {
      set("gewu_subjects_waiting", Double(lag.rows), [("kind", lag.kind)])
    }
  }

  /// How far the look-up of written addresses is behind what was published.
  private func measureAddresses(_ set: (String, Double, [(String, String)]) -> Void) throws {
    for lag in try backend.district.addressLags(isFresh: false) {
      set("gewu_addresses_waiting", Double(lag.rows), [("dataset", lag.dataset)])
    }
  }

  private func uncached(_ response: Response) -> Response {
    var response = response
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
