import Hummingbird
import HummingbirdCore
import NIOCore
import Synchronization

/// What other threads may know of a connection.
final class Connection: Sendable {
  /// The one whose request this task answers.
  @TaskLocal static var current: Connection?

  private let channel: any Channel
  /// Since when it waits for a request, in nanoseconds; 0 while it answers one.
  private let idleSince = Atomic<UInt64>(0)
  private let isLeft = Atomic<Bool>(false)
  /// Whether the caller sends the body only when told to (`Expect: 100-continue`).
  private let isAwaited = Atomic<Bool>(false)

  init(_ channel: any Channel) {
    self.channel = channel
  }

  /// Whether the caller has closed its side, and asks and waits for nothing more.
  var hasLeft: Bool { isLeft.load(ordering: .relaxed) }

  func leave() { isLeft.store(true, ordering: .relaxed) }

  func note(isAwaited: Bool) { self.isAwaited.store(isAwaited, ordering: .releasing) }

  /// Whoever answers wants the body now.
  func wantBody() {
    guard isAwaited.load(ordering: .acquiring) else { return }
    channel.triggerUserOutboundEvent(RequestRules.BodyWanted(), promise: nil)
  }

  func note(idleSince: NIODeadline?) {
    self.idleSince.store(idleSince?.uptimeNanoseconds ?? 0, ordering: .relaxed)
  }

  /// Since when the connection does nothing; nil where it answers.
  fileprivate var rest: UInt64? {
    let since = idleSince.load(ordering: .relaxed)
    return since == 0 ? nil : since
  }

  fileprivate func close() { channel.close(promise: nil) }
}

extension Request {
  /// The body, which from now on is wanted: a caller that waits to be told so is told.
  ///
  /// What can be said against a request without its body comes before.
  var wantedBody: RequestBody {
    Connection.current?.wantBody()
    return body
  }
}

/// The connections that are open.
final class ConnectionRegistry: Sendable {
  private let limit: Int
  private let open = Mutex<[ObjectIdentifier: Connection]>([:])

  init(limit: Int) {
    self.limit = limit
  }

  func add(_ connection: Connection, of channel: any Channel) {
    let key = ObjectIdentifier(channel)
    open.withLock { $0[key] = connection }
    channel.closeFuture.whenComplete { [self] _ in
      open.withLock { _ = $0.removeValue(forKey: key) }
    }
  }

  func connection(of channel: any Channel) -> Connection? {
    open.withLock { $0[ObjectIdentifier(channel)] }
  }

  /// Closes the connection that has been idle for longest; none where all answer.
  fileprivate func makeRoom() {
    let oldest = open.withLock { open in
      let idle = open.compactMap { key, connection in connection.rest.map { ($0, key) } }
      // Taken out at once: the next one that comes chooses another.
      return idle.min { $0.0 < $1.0 }.flatMap { open.removeValue(forKey: $0.1) }
    }
    oldest?.close()
  }

  /// What asks before a connection is accepted.
  var gate: Gate { Gate(registry: self, limit: limit) }

  /// Counts connections, lets idle ones give way, and takes none where all are busy.
  struct Gate: AvailableConnectionsDelegate {
    fileprivate let registry: ConnectionRegistry
    fileprivate let limit: Int
    fileprivate var count = 0

    /// How many more there may be while idle ones are being closed.
    private static let turnover = 32

    mutating func connectionOpened() {
      count += 1
      if count > limit { registry.makeRoom() }
    }

    mutating func connectionClosed() { count -= 1 }

    func isAcceptingNewConnections() -> Bool { count < limit + Self.turnover }
  }
}
