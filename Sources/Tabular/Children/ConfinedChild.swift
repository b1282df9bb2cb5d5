import CConfinedChild
import Glibc

/// A child process that reads a file and says what is in it; see `CConfinedChild.h`.
///
/// Whatever becomes of it is a ``Failure``, never a failure of this process.
final class ConfinedChild {
  /// The child gave no answer, or none that is understood.
  struct Failure: Error {
    let fact: ChildFact
  }

  private var child = gewu_child()
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  /// How long the child may be silent, in milliseconds.
  private static let patience: Int32 = 120_000
  /// The longest part of an answer, in bytes.
  private static let longestPart = 40 << 20

  /// Starts a reader.
  ///
  /// - Parameters:
  ///   - memory: the bytes that it may use.
  ///   - seconds: the processor time that it may use.
  init(
    _ kind: gewu_child_kind, reading path: String, memory: Int, seconds: Int
  ) throws(Failure) {
    buffer = .allocate(byteCount: 1 << 16, alignment: 16)
    let limits = gewu_child_limits(
      memory: UInt64(clamping: memory), processor: UInt64(clamping: seconds), written: 0)
    let code = gewu_child_read(kind, path, limits, &child)
    guard code == 0 else { throw Failure(fact: .noProcess(code: code)) }
  }

  deinit {
    _ = gewu_child_end(&child)
    buffer.deallocate()
  }

  /// Says a number to the child.
  func send(_ number: UInt32) throws(Failure) {
    var number = number
    guard Glibc.send(child.channel, &number, 4, Int32(MSG_NOSIGNAL)) == 4 else { throw ending() }
  }

  func byte() throws(Failure) -> UInt8 { try bytes(1)[0] }

  func word() throws(Failure) -> UInt32 { try bytes(4).loadUnaligned(as: UInt32.self) }

  func long() throws(Failure) -> Int64 { try bytes(8).loadUnaligned(as: Int64.self) }

  /// A text behind its length.
  func text() throws(Failure) -> String {
    String(decoding: try bytes(Int(try word())), as: UTF8.self)
  }

  /// The next `count` bytes, waiting for them; valid until more is asked for.
  func bytes(_ count: Int) throws(Failure) -> UnsafeRawBufferPointer {
    if end - start < count { try fill(count) }
    defer { start += count }
    return UnsafeRawBufferPointer(rebasing: buffer[start..<start + count])
  }

  private func fill(_ count: Int) throws(Failure) {
    guard count <= Self.longestPart else { throw Failure(fact: .wrongAnswer) }
    let kept = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
    if buffer.count < count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
      larger.copyMemory(from: kept)
      buffer.deallocate()
      buffer = larger
    } else if let base = buffer.baseAddress, let from = kept.baseAddress {
      memmove(base, from, kept.count)
    }
    (start, end) = (0, end - start)
    while end < count {
      var waiting = pollfd(fd: child.channel, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Self.patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw Failure(fact: .silent(seconds: Int(Self.patience) / 1000)) }
      let received = buffer.baseAddress.map { recv(child.channel, $0 + end, buffer.count - end, 0) }
      if received == -1, errno == EINTR { continue }
      guard let received, received > 0 else { throw ending() }
      end += received
    }
  }

  /// How the child ended that says nothing more.
  private func ending() -> Failure {
    let status = gewu_child_wait(&child)
    return Failure(fact: status & 0x7F == 0 ? .noAnswer : .signal(status & 0x7F))
  }
}
