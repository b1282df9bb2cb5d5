/// A regular expression as steps that a text is led through.
///
/// After K. Thompson, Regular Expression Search Algorithm, CACM 1968, doi:10.1145/363347.363387.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// One scalar of the set of this number, then the next step.
    case scalar(Int)
    /// Both of two steps.
    case split(Int, Int)
    case jump(Int)
    /// The next step, at the start of the text.
    case start
    /// The next step, at its end.
    case end
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [ScalarSet] = []
  private var places: [ScalarSet: Int] = [:]

  /// More steps would be slow for each character.
  private static let mostSteps = 2_000

  init(_ node: PatternNode) throws(PatternFault) {
    try write(node)
    try add(.match)
  }

  @discardableResult
  private mutating func add(_ step: Step) throws(PatternFault) -> Int {
    guard steps.count < Self.mostSteps else { throw .tooLarge }
    steps.append(step)
    return steps.count - 1
  }

  private mutating func write(_ node: PatternNode) throws(PatternFault) {
    switch node {
    case .set(let set):
      let place = places[set] ?? sets.count
      if place == sets.count {
        sets.append(set)
        places[set] = place
      }
      try add(.scalar(place))
    case .sequence(let parts): for part in parts { try write(part) }
    case .choice(let choices): try write(choices)
    case .repeated(let node, let least, let most): try write(node, least: least, most: most)
    case .start: try add(.start)
    case .end: try add(.end)
    }
  }

  private mutating func write(_ choices: [PatternNode]) throws(PatternFault) {
    var ends: [Int] = []
    for (index, choice) in choices.enumerated() {
      guard index < choices.count - 1 else {
        try write(choice)
        break
      }
      let split = try add(.match)
      try write(choice)
      ends.append(try add(.match))
      steps[split] = .split(split + 1, steps.count)
    }
    for end in ends { steps[end] = .jump(steps.count) }
  }

  private mutating func write(
    _ node: PatternNode, least: Int, most: Int?
  ) throws(PatternFault) {
    for _ in 0..<least {
      let before = steps.count
      try write(node)
      // Nothing, however often.
      if steps.count == before { return }
    }
    guard let most else {
      let split = try add(.match)
      try write(node)
      try add(.jump(split))
      steps[split] = .split(split + 1, steps.count)
      return
    }
    var splits: [Int] = []
    for _ in 0..<(most - least) {
      splits.append(try add(.match))
      try write(node)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }
}
