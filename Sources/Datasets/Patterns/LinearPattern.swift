/// A regular expression that is matched in a time that grows with the text alone, whatever it says:
/// each character leads a set of steps to the next set, and sets that were met are remembered.
///
/// Characters are Unicode scalars. What would need going back (references, looking around, possessive
/// repetitions) is a fault of the pattern. Serves one thread.
final class LinearPattern {
  private let program: PatternProgram
  /// The class of each scalar of ASCII.
  private var asciiClasses: [Int] = []
  /// Where another class begins, and which.
  private var bounds: [UInt32] = []
  private var classes: [Int] = []
  /// For each class and set of the program, whether its scalars are in the set.
  private var members: [[Bool]] = []

  /// The steps of each state, which are those that take a scalar, the end or the match.
  private var states: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var accepts: [Bool] = []
  /// For each state and class the next state.
  private var next: [Int32] = []

  private static let unknown: Int32 = -1
  private static let dead: Int32 = -2
  /// So many states are remembered; then remembering begins anew.
  private static let mostStates = 1_000

  /// Throws where it is no pattern, or none that can be matched so.
  init(_ pattern: String) throws(PatternFault) {
    program = try PatternProgram(try PatternParser.parse(pattern))
    classify()
    forget()
  }

  /// Whether the whole text matches.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var state: Int32 = 0
    var at = 0
    while at < text.count {
      let kind: Int
      if text[at] < 0x80 {
        kind = asciiClasses[Int(text[at])]
        at += 1
      } else {
        kind = self.kind(of: Self.scalar(text, &at))
      }
      let known = next[Int(state) * members.count + kind]
      state = known == Self.unknown ? lead(state, kind) : known
      if state == Self.dead { return false }
    }
    return accepts[Int(state)]
  }

  /// Scalars that no set of the program tells apart are one class.
  private func classify() {
    var starts: Set<UInt32> = [0]
    for set in program.sets {
      for range in set.ranges {
        starts.insert(range.lowerBound)
        starts.insert(range.upperBound + 1)
      }
    }
    bounds = starts.sorted()
    var known: [[Bool]: Int] = [:]
    for bound in bounds {
      let member = program.sets.map { $0.contains(bound) }
      let number = known[member] ?? members.count
      if number == members.count {
        members.append(member)
        known[member] = number
      }
      classes.append(number)
    }
    asciiClasses = (0..<0x80).map { kind(of: $0) }
  }

  private func kind(of scalar: UInt32) -> Int {
    var (low, high) = (0, bounds.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar { low = middle } else { high = middle }
    }
    return classes[low]
  }

  private func forget() {
    (states, numbers, accepts, next) = ([], [:], [], [])
    _ = number(of: closure([0], isStart: true))
  }

  /// The state that a class of scalars leads to.
  private func lead(_ state: Int32, _ kind: Int) -> Int32 {
    var targets: [Int32] = []
    for step in states[Int(state)] {
      if case .scalar(let set) = program.steps[Int(step)], members[kind][set] {
        targets.append(step + 1)
      }
    }
    guard !targets.isEmpty else {
      next[Int(state) * members.count + kind] = Self.dead
      return Self.dead
    }
    let steps = closure(targets, isStart: false)
    guard states.count < Self.mostStates || numbers[steps] != nil else {
      forget()
      return number(of: steps)
    }
    let found = number(of: steps)
    next[Int(state) * members.count + kind] = found
    return found
  }

  private func number(of steps: [Int32]) -> Int32 {
    if let known = numbers[steps] { return known }
    let number = Int32(states.count)
    states.append(steps)
    numbers[steps] = number
    accepts.append(
      closure(steps, isStart: states.count == 1, isEnd: true).contains { step in
        if case .match = program.steps[Int(step)] { true } else { false }
      })
    next.append(contentsOf: repeatElement(Self.unknown, count: members.count))
    return number
  }

  /// The steps that some lead to without a scalar, in order.
  private func closure(_ first: [Int32], isStart: Bool, isEnd: Bool = false) -> [Int32] {
    var seen = Array(repeating: false, count: program.steps.count)
    var open = first
    var found: [Int32] = []
    while let step = open.popLast() {
      guard !seen[Int(step)] else { continue }
      seen[Int(step)] = true
      switch program.steps[Int(step)] {
      case .scalar, .match: found.append(step)
      case .split(let one, let other): open += [Int32(one), Int32(other)]
      case .jump(let target): open.append(Int32(target))
      case .start: if isStart { open.append(step + 1) }
      case .end:
        found.append(step)
        if isEnd { open.append(step + 1) }
      }
    }
    return found.sorted()
  }

  /// The scalar that begins at `at`, which is left behind it; the text is UTF-8.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> UInt32 {
    let first = text[at]
    let more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var value = UInt32(first) & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
    at += 1
    var left = more
    while left > 0, at < text.count {
      value = value << 6 | UInt32(text[at] & 0x3F)
      at += 1
      left -= 1
    }
    return value
  }
}
