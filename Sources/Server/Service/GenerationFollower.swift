import Gewu
import Logging
import ServiceLifecycle

/// Notes which generations have become active, and has the index of a new one built, off the path of
/// requests: they are answered from the old one until the new one is there.
struct GenerationFollower: Service {
  let backend: Backend
  let logger: Logger

  /// How long a generation that another process activated may go unnoticed.
  private static let interval = Duration.milliseconds(250)

  func run() async throws {
    backend.district.followGenerations(true)
    defer { backend.district.followGenerations(false) }
    await cancelWhenGracefulShutdown {
      while (try? await Task.sleep(for: Self.interval)) != nil { await look() }
    }
  }

  private func look() async {
    do {
      try await backend.follower.run { try backend.district.activateDueGenerations() }
    } catch IndexFault.nothingActive {
      // Nothing is active yet, which /readyz says.
    } catch {
      logger.error("the active generation cannot be read", metadata: ["error": "\(error)"])
    }
  }
}
