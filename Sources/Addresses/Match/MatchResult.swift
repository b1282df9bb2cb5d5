/// How certain it is that a text means an entry, whatever the level of that entry.
///
/// Raw values are stored.
public enum MatchCertainty: UInt8, CaseIterable, Sendable {
  /// Equal but for case, punctuation and ways of writing; divisions may be left out. Class A.
  case equal = 1
  /// Exactly one entry, with the faults that are named. Class B.
  case sure = 2
  /// Not decided between the candidates, or against the only one. Class C.
  case unsure = 3
  /// Below the floor; candidates may still be given.
  case none = 4
}

/// What a register answers to a text.
public struct MatchResult: Sendable, Hashable {
  /// Class A, B, C or none.
  public let certainty: MatchCertainty
  /// The entry meant; between several that fit equally, what holds them all; nil for none.
  public let entry: EntryIndex?
  /// What took the place of an entry that is historic.
  public let successor: EntryIndex?
  /// How far the text was understood: the level of the entry.
  public let level: AddressLevel
  /// What the point of the entry marks, apart from the level; nil where it has no point.
  public let precision: PositionKind?
  /// A hundred less the penalties of the faults, at least 0.
  public let score: Int
  /// How many points the next other entry is behind, 0 for equals, 100 where there is none.
  public let distinguishability: Int
  /// What is not as the register has it, in the order in which it was met.
  public let faults: [MatchFault]
  /// The stretches of the text that no element uses, ascending.
  public let unused: [Range<Int>]
  /// For `unsure` and `none` the entries that come into question, best first, equal ones in the
  /// order of the register.
  public let candidates: [MatchCandidate]
  /// How many there are, those beyond the greatest number asked for counted too.
  public let candidateCount: Int

  /// The answer to a text in which nothing was found.
  static func nothing(unused: [Range<Int>]) -> MatchResult {
    MatchResult(
      certainty: .none, entry: nil, successor: nil, level: .none, precision: nil, score: 0,
      distinguishability: 100, faults: [], unused: unused, candidates: [], candidateCount: 0)
  }
}

/// An entry that a text may mean.
public struct MatchCandidate: Sendable, Hashable {
  /// Where it is in the register.
  public let entry: EntryIndex
  /// A hundred less the penalties of its faults, at least 0.
  public let score: Int
}

/// What a matcher goes by.
public struct MatchSettings: Sendable, Hashable {
  /// The division or other entry that a text lies in where it names none.
  public var context: EntryIndex?
  /// The day on which entries must hold, in days since 1970-01-01; nil for any.
  public var day: Int32?
  /// The greatest number of candidates that is given.
  public var candidates: Int = 10
  /// The level below which the answer is none.
  public var floor: AddressLevel = .community
  /// The score below which the answer is none.
  public var leastScore: Int = 50
  /// The score below which one entry alone is still unsure.
  public var sureScore: Int = 65

  /// The settings as they are without a city's own.
  public init() {}
}
