/// The checked rules of one kind of subject: who tells what, which rows are one subject, and whose
/// value wins.
///
/// Data sets are numbered by their names and attributes by their place in the file, so the rules
/// are the same for any order of the data sets.
public struct SubjectRules: Hashable, Sendable {
  /// The kind of subject, as `person`.
  public let kind: String
  /// What is known of a subject, in the order of the file.
  public let attributes: [Attribute]
  /// The data sets, in the order of their names.
  public let sources: [Source]
  /// The ladder, strongest rule first.
  public let identity: [IdentityRule]
  /// What forbids that two rows are one subject.
  public let cannotLink: [CannotLinkRule]
  /// The attributes a subject's stable key is made of, best first.
  public let keys: [Int]
  /// Attributes that win together.
  public let tuples: [Tuple]
  /// What is a conflict.
  public let conflicts: [ConflictRule]
  /// Dated facts that rows tell.
  public let facts: [FactRule]
  /// The attribute whose day ends all open facts.
  public let factsEnd: Int?

  /// By what the follower of a subject that has gone is known.
  public let succession: SuccessionRule?

  /// Checks a draft.
  ///
  /// - Throws: ``RulesFaults`` with every fault of the file.
  public init(_ draft: RulesDraft) throws(RulesFaults) {
    var reader = RulesReader(draft)
    kind = draft.kind
    sources = reader.sources()
    attributes = reader.attributes()
    identity = reader.identity()
    cannotLink = reader.cannotLink()
    keys = reader.keys()
    tuples = reader.tuples()
    conflicts = reader.conflicts()
    facts = reader.facts()
    succession = reader.succession()
    factsEnd = reader.optional(draft.factsEnd, at: "factsEnd")
    guard reader.faults.isEmpty else {
      throw RulesFaults(kind: draft.kind, faults: reader.faults)
    }
  }

  /// The number of an attribute; nil where there is none of this name.
  public func attribute(_ name: String) -> Int? { attributes.firstIndex { $0.name == name } }

  /// The number of a data set; nil where there is none of this name.
  public func source(_ dataSet: String) -> Int? { sources.firstIndex { $0.dataSet == dataSet } }
}

/// One attribute of a subject.
public struct Attribute: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// How its values are read.
  public let kind: ValueKind
  /// Values that say nothing, as bytes that are read already.
  public let unknown: Set<[UInt8]>
  /// What it is derived from.
  public let derivation: Derivation?
  /// Who wins.
  public let policy: SurvivorshipPolicy
  /// The rank of each data set for this attribute, by the data set's number; 0 is best.
  public let ranks: [Int]
}

/// How an attribute is made of others.
public enum Derivation: Hashable, Sendable {
  /// The day of birth in a resident identity number.
  case birth(Int)
  /// `1` or `2`, from a resident identity number.
  case gender(Int)
  /// So many characters at the beginning and the last four of an identity number, whole or masked.
  case ends(Int, first: Int)
  /// Characters 9 to 17 of a credit code.
  case organisationCode(Int)
  /// `1` where the value holds one of the words, `0` where it holds none.
  case contains(Int, words: [[UInt8]])
  /// All of several attributes, known together.
  case joined([Int])
  /// The first that is known of several attributes.
  case first([Int])

  /// The attributes it is made of.
  public var inputs: [Int] {
    switch self {
    case .birth(let from), .gender(let from), .ends(let from, _), .organisationCode(let from),
      .contains(let from, _):
      [from]
    case .joined(let from), .first(let from): from
    }
  }
}

/// Who wins when members state several values of an attribute.
public enum SurvivorshipPolicy: Hashable, Sendable {
  /// The best ranked data set, then the newest effective day.
  case rank
  /// The newest effective day, then the best ranked data set.
  case newest
  /// The oldest effective day, then the best ranked data set.
  case oldest
  /// The value most rows state, then as by rank.
  case frequent
  /// The value that comes first in a list of read values, then as by rank.
  case preferred([[UInt8]])
  /// All are kept, the newest first.
  case all
  /// Nobody: the attribute serves identity, conflicts and facts alone.
  case none
}

/// One data set that tells of a kind of subject.
public struct Source: Hashable, Sendable {
  /// The data set's name.
  public let dataSet: String
  /// Where it stands among the others, 1 is best.
  public let rank: Int
  /// Attribute by attribute the field that states it.
  public let fields: [Field]
  /// The field with the day from which a row is true.
  public let effective: String?
  /// The attribute that is the same for one subject alone in this data set.
  public let personalKey: Int?
  /// Whether a row shows that the subject is active on its effective day.
  public let isActivity: Bool

  /// One attribute and the field that states it.
  public struct Field: Hashable, Sendable {
    /// The attribute's number.
    public let attribute: Int
    /// The field's name in the manifest.
    public let field: String
  }
}

/// One rung of the identity ladder; see ``IdentityDraft``.
public struct IdentityRule: Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// Whether it makes two rows one subject; otherwise it only proposes it.
  public let isCertain: Bool
  /// Attributes that must be known and equal.
  public let equal: [Int]
  /// Attributes of which one must be known and equal too.
  public let any: [Int]
  /// The attribute that must not contradict.
  public let compatible: Int?
  /// The attribute that lists a further value of the compatible one.
  public let former: Int?
  /// A distance that must be kept.
  public let near: Near?
  /// Whether the rule proposes only where exactly two subjects agree.
  public let isUnique: Bool
  /// Above how many different values a shared value is taken as common.
  public let limit: Int

  /// A distance between two places, in metres, border included.
  public struct Near: Hashable, Sendable {
    /// The attributes with metres to the east and to the north.
    public let east: Int, north: Int
    /// The distance in metres.
    public let within: Double
  }
}

/// What forbids that two rows are one subject; see ``CannotLinkDraft``.
public struct CannotLinkRule: Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// Attributes whose first known value must not differ.
  public let differ: [Int]
  /// Whether it compares the personal keys of rows of one data set.
  public let isPersonalKey: Bool
  /// The attribute which, known and equal, lifts the rule.
  public let unlessEqual: Int?
}

/// Attributes that win together, from one row in which the first is known.
public struct Tuple: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// The attributes' numbers.
  public let attributes: [Int]
}

/// One kind of conflict.
public struct ConflictRule: Hashable, Sendable {
  /// Its name.
  public let kind: String
  /// When members are in this conflict.
  public let test: ConflictTest
}

/// When the members of a subject contradict each other.
public enum ConflictTest: Hashable, Sendable {
  /// Two rows state different values.
  case differ(Int)
  /// A value of the one attribute differs from a value of the other.
  case disagree(Int, Int)
  /// Some row states a value of the first list and another one of the second.
  case exclude(Int, [[UInt8]], [[UInt8]])
  /// A row that shows activity has an effective day after the day of the attribute.
  case after(Int)
  /// The number that wins the first attribute is more than the margin above that of the second.
  case exceed(Int, Int, margin: Double)
  /// A row states the attribute at all.
  case present(Int)
  /// Two places have the same right to be where the person mainly lives.
  case twoMain
}

/// What a dated fact says of a person and a place.
public enum FactKind: String, CaseIterable, Sendable {
  /// The household is registered there.
  case registered
  /// The person lives there.
  case lives
  /// The person owns it.
  case owns
  /// The person rents it.
  case rents
  /// The person works there.
  case works
  /// The person studies there.
  case studies
  /// The person belongs to the household.
  case belongs
}

/// A dated fact that the rows of a data set tell; see ``FactDraft``.
public struct FactRule: Hashable, Sendable {
  /// What it says.
  public let kind: FactKind
  /// The data set's number.
  public let source: Int
  /// The attribute that names the place.
  public let place: Int
  /// The attribute with the code of the place's division.
  public let division: Int?
  /// The attributes with its first and its last day.
  public let from: Int?, to: Int?
  /// The attribute with the level that the place's address has reached.
  public let level: Int?
  /// The levels, as read bytes, with which the fact may move a person; empty for all.
  public let levels: Set<[UInt8]>
}

/// By what the follower of a subject that has gone is known; see ``SuccessionDraft``.
public struct SuccessionRule: Hashable, Sendable {
  /// Attributes whose winners are equal in both.
  public let equal: [Int]
  /// The attribute with the state.
  public let state: Int
  /// The read values of the state that say that a subject has gone.
  public let gone: Set<[UInt8]>
  /// The attribute with the first day.
  public let start: Int
}
