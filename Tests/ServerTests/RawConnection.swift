import Foundation
import Glibc
import Logging

@testable import Server

/// A caller that speaks whatever bytes it likes.
final class RawConnection: @unchecked Sendable {
  private let descriptor: Int32

  /// - Parameter window: how many bytes may be on their way here; as the system likes where nil.
  init(port: Int, window: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var window {
      setsockopt(
        descriptor, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw CocoaError(.fileReadUnknown) }
    var limit = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Sends text; false where the service has closed the connection.
  @discardableResult
  func send(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 {
      Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) == $0.count
    }
  }

  /// Sends text in pieces, with a pause that lets each arrive by itself.
  func send(_ text: String, piece: Int) {
    var rest = text[...]
    while !rest.isEmpty {
      send(String(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
      if !rest.isEmpty { usleep(500) }
    }
  }

  /// Sends text on a thread of its own, while the answer is read.
  func sendAside(_ text: String) {
    Thread.detachNewThread { [self] in send(text) }
  }

  /// Closes this side for sending.
  func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// The rest of what comes until the service closes the connection; nil where it does not.
  ///
  /// - Parameter isSlow: whether it is taken in small pieces with a pause before each.
  func rest(isSlow: Bool = false) -> String? {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: isSlow ? 1 << 14 : 1 << 16)
    while true {
      if isSlow { usleep(10_000) }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count == 0 || count < 0 && errno == ECONNRESET {
        return String(decoding: all, as: UTF8.self)
      }
      guard count > 0 else { return nil }
      all += buffer[..<count]
    }
  }

  /// What comes next; nil where nothing does or the connection is closed.
  func next() -> String? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}

extension TestDistrict {
  /// The service on a port of its own, while `body` runs on a thread that may wait.
  ///
  /// - Returns: what the service ended with.
  @discardableResult
  func serve(
    _ limits: ConnectionLimits = ConnectionLimits(), spoolLimit: Int = 1 << 30,
    _ body: @escaping @Sendable (_ port: Int) throws -> Void
  ) async throws -> (any Error)? {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let configuration = ServerConfiguration(
      port: 0, spoolLimit: spoolLimit, limits: limits)
    let (district, log) = (district, logger)
    return try await withThrowingTaskGroup(of: (any Error)?.self) { group in
      let (ports, port) = AsyncStream<Int>.makeStream()
      group.addTask {
        do {
          try await GewuServer.serve(district: district, configuration: configuration, logger: log)
          {
            port.yield($0)
          }
          return nil
        } catch {
          return error
        }
      }
      guard let number = await ports.first(where: { _ in true }) else { return nil }
      let result = await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: Result { try body(number) }) }
      }
      group.cancelAll()
      let end = try await group.next() ?? nil
      try result.get()
      return end
    }
  }
}
