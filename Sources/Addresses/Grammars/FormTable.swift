/// What a number may be after each state, by the form in which it is written.
///
/// A form is a unit (number 0 is none), whether two numbers stand with a hyphen between them before that
/// unit, and whether a hyphen stands before and after it.
struct FormTable: Sendable {
  struct Choice: Sendable {
    let target: UInt8
    let cost: Int32
  }

  let units: [String]
  /// Start of the choices of (state, form); one more at the end.
  private let starts: [Int32]
  private let choices: [Choice]
  private let formCount: Int

  init(units: [String], stateCount: Int, row: (_ state: Int, _ form: Int) -> [Choice]) {
    self.units = units
    formCount = units.count * 8
    var starts: [Int32] = []
    var choices: [Choice] = []
    for state in 0..<stateCount {
      for form in 0..<units.count * 8 {
        starts.append(Int32(choices.count))
        choices += row(state, form)
      }
    }
    starts.append(Int32(choices.count))
    self.starts = starts
    self.choices = choices
  }

  @inline(__always)
  func choices(state: Int, form: Int) -> Range<Int> {
    let at = state * formCount + form
    return Int(starts[at])..<Int(starts[at + 1])
  }

  @inline(__always)
  func choice(_ at: Int) -> Choice { choices[at] }

  /// Number of a form.
  @inline(__always)
  static func form(unit: Int, isRange: Bool, before: Bool, after: Bool) -> Int {
    unit << 3 | (isRange ? 4 : 0) | (before ? 2 : 0) | (after ? 1 : 0)
  }

  /// The forms whose row holds for a form that has none, nearest first: without the hyphen after it,
  /// without the one before it, without both.
  static func fallbacks(of form: Int) -> [Int] {
    var seen: [Int] = []
    for candidate in [form, form & ~1, form & ~2, form & ~3] where !seen.contains(candidate) {
      seen.append(candidate)
    }
    return seen
  }
}
