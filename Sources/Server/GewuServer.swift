package import Gewu
package import Hummingbird
import HummingbirdCore
package import Logging
import Metrics
import ServiceLifecycle
import UnixSignals

/// The HTTP service of a district: routes, errors, figures and the map page.
///
/// ```swift
/// let district = try District(openingStoreAt: "gewu.sqlite")
/// try await GewuServer.serve(
///   district: district, configuration: ServerConfiguration(), logger: Logger(label: "gewu"))
/// ```
package enum GewuServer {
  /// Puts the service together without starting it; tests send requests to it directly.
  ///
  /// Throws ``ServerError`` for an address other than loopback, and where the
  /// page's files are missing.
  package static func buildApplication(
    district: District, configuration: ServerConfiguration, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    try configuration.check()
    let figures = PrometheusRegistry(help: MetricNames.help, bounds: MetricNames.bounds)
    district.observeReports { count, duration in
      Recorder(label: "gewu_report_batch_size", factory: figures).record(count)
      Timer(label: "gewu_report_write_seconds", factory: figures).record(duration: duration)
    }
    let backend = Backend(district: district, configuration: configuration, registry: figures)
    let routes = Self.routes(backend, try PublicFiles(configuration))
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: MeasuringMiddleware(registry: figures))
    router.add(middleware: ProblemMiddleware(routes: routes))
    router.add(middleware: ContentCoding())
    for route in routes {
      router.on(RouterPath(route.path), method: route.method, use: route.handler)
    }
    let (look, intake) = (LocateDesk(backend: backend), ReportDesk(backend: backend))
    let limits = configuration.limits.fitted()
    let registry = ConnectionRegistry(limit: limits.connections)
    var application = Application(
      router: router,
      server: HTTPServerBuilder { responder in
        ShortcutChannel(
          responder: responder, look: look, intake: intake, registry: registry, limits: limits)
      },
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port),
        serverName: ServerConfiguration.serverName,
        availableConnectionsDelegate: registry.gate),
      services: [GenerationFollower(backend: backend, logger: logger)],
      onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
      logger: logger)
    application.beforeServerStarts {
      // Loads the index, so that the first caller does not wait; without an
      // active generation there is none yet, and /readyz says so.
      _ = try? await backend.disk.run { try backend.locator().generation }
    }
    return application
  }

  /// Serves until SIGTERM or SIGINT, then answers what has begun, for a while, and returns.
  ///
  /// `onRunning` is called with the port once the service listens.
  ///
  /// - Throws: ``ServerError`` where it cannot begin; `StoreError.gone` where the store is deleted,
  ///   moved or replaced meanwhile.
  package static func serve(
    district: District, configuration: ServerConfiguration, logger: Logger,
    onRunning: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) async throws {
    let application = try buildApplication(
      district: district, configuration: configuration, logger: logger, onRunning: onRunning)
    do {
      var group = ServiceGroupConfiguration(
        services: [
          .init(service: application, successTerminationBehavior: .gracefullyShutdownGroup),
          .init(
            service: StoreWatch(district: district, logger: logger),
            successTerminationBehavior: .ignore,
            failureTerminationBehavior: .gracefullyShutdownGroup),
        ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      group.maximumGracefulShutdownDuration = configuration.limits.drain
      try await ServiceGroup(configuration: group).run()
    } catch {
      let text = "\(error)"
      guard text.contains("bind(") else { throw error }
      let (host, port) = (configuration.host, configuration.port)
      throw text.contains("Address already in use")
        ? ServerError.inUse(host: host, port: port)
        : .cannotListen(host: host, port: port, detail: text)
    }
  }

  /// Every route of the service.
  static func routes(_ backend: Backend, _ files: PublicFiles) -> [Route] {
    LocateRoutes(backend: backend).routes + GridRoutes(backend: backend).routes
      + ProfileRoutes(backend: backend).routes + NoticeRoutes(backend: backend).routes
      + HotSpotRoutes(backend: backend).routes + ReportRoutes(backend: backend).routes
      + CatalogueRoutes(backend: backend).routes + FeatureRoutes(backend: backend).routes
      + AddressRoutes(backend: backend).routes
      + HealthRoutes(backend: backend).routes + PageRoutes(files: files).routes
  }
}
