/// The costs of all states in flat arrays, for the parser's innermost loops.
struct StateTable: Sendable {
  /// Kind of each state; nil at the start.
  let kinds: [ElementKind?]
  let mayFollowNumber: [Bool]
  private let stems: [Int32]
  private let lengths: [Int32]
  private let plainLengths: [Int32]

  /// Longest name, in scalars before the word that ends it.
  static let longestStem = 24

  init(_ states: [GrammarState]) {
    kinds = states.map(\.kind)
    mayFollowNumber = states.map(\.mayFollowNumber)
    lengths = states.flatMap(\.lengths)
    plainLengths = states.flatMap(\.plainLengths)
    stems = states.flatMap { state in
      (1...Self.longestStem).map { stem in
        let last = state.stems.count
        let more = Int32(max(0, stem - last))
        return state.stems[min(stem, last) - 1] &+ state.step &* more
      }
    }
  }

  /// Cost of a name with so many scalars before its last word, from 1 to `longestStem`.
  @inline(__always)
  func stem(_ length: Int, state: Int) -> Int32 { stems[state * Self.longestStem + length - 1] }

  /// Cost of a number's length class.
  @inline(__always)
  func length(_ length: Int, state: Int, isPlain: Bool) -> Int32 {
    isPlain ? plainLengths[state * 6 + length] : lengths[state * 6 + length]
  }
}
