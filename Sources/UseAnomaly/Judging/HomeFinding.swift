/// What was found of a home.
package struct HomeFinding: Sendable, Equatable {
  package enum List: Int, Sendable, CaseIterable {
    /// Its use stands out, more people are implied than known, and the score is reached.
    case standing = 1
    /// Its use went up.
    case step
  }

  package var key: Int64
  package var buildingKind: Int
  /// Why it was not judged; everything below is empty then.
  package var notJudged: NotJudged?
  /// How many periods had peers, and what was left out.
  package var periods = 0
  package var faults: [ReadingFault] = []
  /// The group it was last compared with, and how many homes that is.
  package var peers: PeerGroup?
  package var peerCount = 0
  /// The z that as many of the last periods reach as there must be.
  package var z = 0.0
  /// Cubic metres a day, in the same way, and the people it implies.
  package var perDay = 0.0
  package var impliedPersons = 0.0
  package var residents = 0
  /// How many of the last periods stand out.
  package var standing = 0
  /// How many times its former use it uses now, beside its peers; nil where too little is known.
  package var stepRatio: Double?
  package var evidence: [Evidence] = []
  /// Empty for a home that does not stand out in enough periods.
  package var parts: [ScorePart] = []
  package var lists: [List] = []
  /// The chance of such a z among homes with nothing to find, were their use lognormal.
  package var chance = 1.0
  /// The share of false ones among all with this z or more, by Benjamini and Hochberg.
  package var falseShare = 1.0

  package var score: Double { parts.reduce(0) { $0 + $1.points } }
  /// Whether its use stands out, but what speaks against it keeps it off the first list.
  package var isHeldBack: Bool { !parts.isEmpty && !lists.contains(.standing) }

  init(_ home: Home) { (key, buildingKind) = (home.key, home.buildingKind) }
}
