import Files
import Foundation
import Synchronization
import Time

/// The right to change what a store publishes: an advisory lock on the file `<store>-lock`.
///
/// SQLite's own lock lasts as long as one transaction; an import, a rollback or a replay takes
/// several. The system takes the lock away from a process that ends, however it ends, so that the
/// file may stay where it is. While the lock is held the file says by whom.
final class WriterLock: Sendable {
  /// Which thread of this process holds the lock, and how often.
  private struct State {
    var descriptor: Int32 = -1
    var depth = 0
    var owner: pthread_t?
  }

  private let store: String
  private let clock: Clock
  private let state = Mutex(State())

  init(store: String, clock: Clock) {
    self.store = store
    self.clock = clock
  }

  /// The file; the same one by whatever path the store was opened.
  var path: String { URL(filePath: store).resolvingSymlinksInPath().path + "-lock" }

  /// Takes the lock; the thread that has it may take it again.
  ///
  /// - Throws: `StoreError.locked` with who has it, at once.
  func take() throws {
    try state.withLock { state in
      if state.depth > 0, let owner = state.owner, pthread_equal(owner, pthread_self()) != 0 {
        state.depth += 1
        return
      }
      state.descriptor = try acquire()
      state.depth = 1
      state.owner = pthread_self()
    }
  }

  /// Gives back what one `take` took.
  func giveBack() {
    state.withLock { state in
      state.depth -= 1
      guard state.depth == 0 else { return }
      ftruncate(state.descriptor, 0)
      // Said, and not left to the closing: a child that was forked meanwhile has the descriptor too.
      flock(state.descriptor, LOCK_UN)
      close(state.descriptor)
      (state.descriptor, state.owner) = (-1, nil)
    }
  }

  private func acquire() throws -> Int32 {
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(FileMode.own.bits))
    guard descriptor >= 0 else {
      throw StoreError.readOnly(path: path, reason: .system(errno))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(in: descriptor)
      close(descriptor)
      throw StoreError.locked(path: store, holder: holder)
    }
    let text = Self.text(of: holder)
    ftruncate(descriptor, 0)
    _ = text.utf8CString.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count - 1, 0) }
    return descriptor
  }

  /// Who this process is, as the message of another one names it.
  private var holder: LockHolder {
    let arguments = CommandLine.arguments
    let program = arguments.first?.split(separator: "/").last.map(String.init) ?? "gewu"
    let command = ([program] + arguments.dropFirst()).joined(separator: " ").prefix(200)
    return LockHolder(process: getpid(), command: String(command), since: clock.now())
  }

  /// What the file says of a holder: a line each for the process, since when, and the command.
  private static func text(of holder: LockHolder) -> String {
    "\(holder.process)\n\(holder.since)\n\(holder.command)\n"
  }

  private static func holder(in descriptor: Int32) -> LockHolder? {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    let lines = text.split(separator: "\n", maxSplits: 2)
    guard lines.count == 3, let process = Int32(lines[0]), let since = Moment(rfc3339: lines[1])
    else { return nil }
    let command = lines[2].hasSuffix("\n") ? lines[2].dropLast() : lines[2]
    return LockHolder(process: process, command: String(command), since: since)
  }
}
