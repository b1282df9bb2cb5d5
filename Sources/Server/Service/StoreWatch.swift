import Gewu
import Logging
import ServiceLifecycle

/// Looks whether the store still lies where it was opened, and ends the service with an error where
/// it does not: whatever were answered from then on would be lost or out of date.
struct StoreWatch: Service {
  let district: District
  let logger: Logger
  private let pool = BlockingPool(name: "gewu.watch", width: 1)

  /// How long a store that is gone may go unnoticed by those who do not write to it.
  private static let interval = Duration.milliseconds(250)

  init(district: District, logger: Logger) {
    self.district = district
    self.logger = logger
  }

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      while (try? await Task.sleep(for: Self.interval)) != nil {
        do {
          try await pool.run { try district.checkPlace() }
        } catch {
          logger.error("the service ends: the store is gone", metadata: ["error": "\(error)"])
          throw error
        }
      }
    }
  }
}
