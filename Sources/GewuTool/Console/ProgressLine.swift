import Synchronization

/// Tells how far a long job is: a bar on a terminal, one plain line every 10 s elsewhere.
///
/// The bar appears after two seconds, so that short jobs stay quiet. The time
/// left is rounded, and not shown while the job stands still.
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

  private let name: String
  private let audience: Audience
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var shown: ContinuousClock.Instant?
    var moved = ContinuousClock.now
    var done = 0.0
    var isDrawn = false
  }

  /// Watches the job called `name`.
  init(_ name: String, audience: Audience) {
    self.name = name
    self.audience = audience
  }

  /// The audience of standard error.
  static func audience(isQuiet: Bool) -> Audience {
    isQuiet ? .none : StandardError.isTerminal ? .terminal : .log
  }

  /// Shows where the job is, if it is time to.
  ///
  /// - Parameters:
  ///   - phase: what it is doing.
  ///   - fraction: how much of it is done, 0…1.
  ///   - rows: how many rows it has read.
  func update(phase: String, fraction: Double, rows: Int) {
    guard audience != .none else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if fraction > state.done { (state.done, state.moved) = (fraction, now) }
      let wait: Duration = audience == .terminal ? .milliseconds(200) : .seconds(10)
      let first: Duration = audience == .terminal ? .seconds(2) : .seconds(10)
      guard now - start >= first, state.shown.map({ now - $0 >= wait }) ?? true else { return }
      state.shown = now
      let text = Self.text(
        phase: phase, fraction: fraction, rows: rows, seconds: (now - start) / .seconds(1),
        isStalled: now - state.moved > .seconds(5))
      if audience == .terminal {
        state.isDrawn = true
        StandardError.write("\r\u{1B}[K\(Self.bar(fraction)) \(name): \(text)")
      } else {
        StandardError.say("\(name): \(text)")
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

  private static func text(
    phase: String, fraction: Double, rows: Int, seconds: Double, isStalled: Bool
  ) -> String {
    var parts = ["\(phase) \(Int(fraction * 100)) %", "\(rows) rows"]
    if seconds > 0 { parts.append("\(Int(Double(rows) / seconds)) rows/s") }
    if !isStalled, fraction > 0.02, fraction < 1 {
      parts.append(left(seconds * (1 - fraction) / fraction))
    }
    return parts.joined(separator: ", ")
  }

  /// A rough time: to 5 s below a minute, else to the minute.
  private static func left(_ seconds: Double) -> String {
    seconds < 57
      ? "about \(max(5, Int((seconds / 5).rounded()) * 5)) s left"
      : "about \(Int((seconds / 60).rounded(.up))) min left"
  }
}
