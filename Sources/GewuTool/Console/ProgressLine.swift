import Synchronization
import Words

/// Tells how far a long job is: a bar on a terminal, one plain line every 10 s elsewhere.
///
/// The bar appears after two seconds, so that short jobs stay quiet. The time
/// left is rounded, and not shown while the job stands still. A job of several
/// files is one line: it goes by the bytes of all of them.
final class ProgressLine: Sendable {
  /// How the job is watched.
  enum Audience: Sendable {
    /// A person at a terminal.
    case terminal
    /// A log.
    case log
    /// Nobody.
    case none
  }

  private let total: Int
  private let audience: Audience
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var shown: ContinuousClock.Instant?
    var moved = ContinuousClock.now
    var done = 0.0
    var isDrawn = false
    var file = File()
  }

  /// The file that is being worked on, and those before it.
  private struct File {
    var name = ""
    var bytes = 0
    var bytesBefore = 0
    var rowsBefore = 0
    var rows = 0
  }

  /// Watches a job.
  ///
  /// - Parameter bytes: the size of all files.
  init(bytes: Int, audience: Audience) {
    total = max(1, bytes)
    self.audience = audience
  }

  /// Goes on to the next file.
  func begin(_ name: String, bytes: Int) {
    state.withLock { state in
      let last = state.file
      state.file = File(
        name: VisibleText.visible(name), bytes: bytes, bytesBefore: last.bytesBefore + last.bytes,
        rowsBefore: last.rowsBefore + last.rows)
    }
  }

  /// The audience of standard error.
  static func audience(isQuiet: Bool) -> Audience {
    isQuiet ? .none : StandardError.isTerminal ? .terminal : .log
  }

  /// Shows where the job is, if it is time to.
  ///
  /// - Parameters:
  ///   - phase: what is being done.
  ///   - share: how much of the file is done, 0…1.
  ///   - rows: how many rows of it were read; nil where the job does not go by rows.
  func update(phase: String, share: Double, rows: Int?) {
    guard audience != .none else { return }
    state.withLock { state in
      state.file.rows = rows ?? 0
      let bytes = Double(state.file.bytesBefore) + share * Double(state.file.bytes)
      let fraction = min(1, bytes / Double(total))
      let now = ContinuousClock.now
      if fraction > state.done { (state.done, state.moved) = (fraction, now) }
      let wait: Duration = audience == .terminal ? .milliseconds(200) : .seconds(10)
      let first: Duration = audience == .terminal ? .seconds(2) : .seconds(10)
      guard now - start >= first, state.shown.map({ now - $0 >= wait }) ?? true else { return }
      state.shown = now
      let progress = JobProgress(
        phase: phase, fraction: fraction, rows: rows.map { state.file.rowsBefore + $0 },
        seconds: (now - start) / .seconds(1), isStalled: now - state.moved > .seconds(5))
      let text = "\(state.file.name): \(progress.wording.spoken)"
      if audience == .terminal {
        state.isDrawn = true
        StandardError.write("\r\u{1B}[K\(Self.bar(fraction)) \(text)")
      } else {
        StandardError.say(text)
      }
    }
  }

  /// Takes the bar away.
  func end() {
    state.withLock { state in
      if state.isDrawn { StandardError.write("\r\u{1B}[K") }
      state.isDrawn = false
    }
  }

  private static func bar(_ fraction: Double) -> String {
    let width = 24
    let full = Int((Double(width) * min(1, max(0, fraction))).rounded(.down))
    return "[" + String(repeating: "#", count: full)
      + String(repeating: "-", count: width - full) + "]"
  }
}
