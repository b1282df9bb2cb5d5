import Glibc
import Synchronization

/// Ctrl-C during a long job: the first asks it to stop in good order, the second ends the program.
enum Interrupt {
  private static let flag = Atomic(false)

  /// Whether the user has asked to stop.
  static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// From now on the first SIGINT or SIGTERM only asks.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interrupt.flag.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
