import Glibc

/// What says which moment it is: the system's clock, or one that a test turns by hand.
package struct Clock: Sendable {
  private let reading: @Sendable () -> Moment

  package init(_ reading: @escaping @Sendable () -> Moment) {
    self.reading = reading
  }

  package func now() -> Moment { reading() }

  /// The clock of the machine.
  package static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
