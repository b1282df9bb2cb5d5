/// The rules of one kind of subject as a file states them: names only, nothing checked yet.
///
/// A loader fills it from `Subjects/*.yaml`; ``SubjectRules/init(_:)`` checks it.
public struct RulesDraft: Hashable, Sendable {
  /// The kind of subject, as `person`.
  public var kind: String
  /// What is known of a subject.
  public var attributes: [AttributeDraft] = []
  /// The data sets that tell it.
  public var sources: [SourceDraft] = []
  /// The ladder by which rows become one subject, strongest rule first.
  public var identity: [IdentityDraft] = []
  /// What forbids that two rows are one subject.
  public var cannotLink: [CannotLinkDraft] = []
  /// The attributes a subject's stable key is made of, best first.
  public var keys: [String] = []
  /// Attributes that win together, from one row.
  public var tuples: [TupleDraft] = []
  /// What is a conflict.
  public var conflicts: [ConflictDraft] = []
  /// Dated facts that rows tell of a subject.
  public var facts: [FactDraft] = []
  /// The attribute whose day ends all open facts: the day of death.
  public var factsEnd: String?

  /// By what the follower of a subject that has gone is known.
  public var succession: SuccessionDraft?

  /// An empty draft for a kind of subject.
  public init(kind: String) { self.kind = kind }
}

/// One attribute of a subject.
public struct AttributeDraft: Hashable, Sendable {
  /// The attribute's name.
  public var name: String
  /// The name of a ``ValueKind``.
  public var kind: String
  /// Values that say nothing, as the code for "not stated".
  public var unknown: [String]
  /// What it is derived from, if rows do not state it themselves.
  public var derivation: DerivationDraft?
  /// The name of a policy: `rank`, `newest`, `oldest`, `frequent`, `preferred`, `all` or
  /// `none`.
  public var policy: String
  /// Data sets that are asked first, best first; the others follow by their own ranks.
  public var order: [String]
  /// The values of the policy `preferred`, best first.
  public var preferred: [String]

  /// An attribute that rows state, won by rank unless said otherwise.
  public init(
    _ name: String, kind: String = "text", unknown: [String] = [],
    derivation: DerivationDraft? = nil, policy: String = "rank", order: [String] = [],
    preferred: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.unknown = unknown
    self.derivation = derivation
    self.policy = policy
    self.order = order
    self.preferred = preferred
  }
}

/// How an attribute is made of others.
public struct DerivationDraft: Hashable, Sendable {
  /// The name of the way: `birth`, `gender`, `mask-6-4`, `mask-3-4`, `organisation-code`,
  /// `contains`, `join` or `first`.
  public var take: String
  /// The attributes it is taken from: one, or several for `join` and `first`.
  public var from: [String]
  /// The words of `contains`.
  public var words: [String]

  /// A way and what it is taken from.
  public init(_ take: String, from: [String], words: [String] = []) {
    self.take = take
    self.from = from
    self.words = words
  }
}

/// One data set that tells of a kind of subject.
public struct SourceDraft: Hashable, Sendable {
  /// The data set's name.
  public var dataSet: String
  /// Where it stands among the others, 1 is best.
  public var rank: Int
  /// Attribute by attribute the field that states it.
  public var fields: [FieldDraft]
  /// The field with the day from which a row is true.
  public var effective: String?
  /// The attribute that is the same for one subject alone in this data set.
  public var personalKey: String?
  /// Whether a row shows that the subject is active on its effective day.
  public var isActivity: Bool

  /// A data set and its fields.
  public init(
    _ dataSet: String, rank: Int, fields: [FieldDraft], effective: String? = nil,
    personalKey: String? = nil, isActivity: Bool = false
  ) {
    self.dataSet = dataSet
    self.rank = rank
    self.fields = fields
    self.effective = effective
    self.personalKey = personalKey
    self.isActivity = isActivity
  }
}

/// One attribute and the field that states it.
public struct FieldDraft: Hashable, Sendable {
  /// The attribute's name.
  public var attribute: String
  /// The field's name in the manifest.
  public var field: String

  /// An attribute and its field.
  public init(_ attribute: String, _ field: String) {
    self.attribute = attribute
    self.field = field
  }
}

/// One rung of the identity ladder.
public struct IdentityDraft: Hashable, Sendable {
  /// The rule's name, as `I1`.
  public var rule: String
  /// Whether it makes two rows one subject; otherwise it only proposes it.
  public var isCertain: Bool
  /// Attributes that must be known and equal.
  public var equal: [String]
  /// Attributes of which one must be known and equal too; empty where nothing more is asked.
  public var any: [String]
  /// The attribute that must not contradict: a name.
  public var compatible: String?
  /// The attribute that lists a further value of the compatible one: a former name.
  public var former: String?
  /// A distance that must be kept.
  public var near: NearDraft?
  /// Whether the rule proposes only where exactly two subjects agree.
  public var isUnique: Bool
  /// Above how many different compatible values a shared value is taken as common, and says nothing.
  public var limit: Int

  /// A rung.
  public init(
    _ rule: String, certain: Bool, equal: [String], any: [String] = [], compatible: String? = nil,
    former: String? = nil, near: NearDraft? = nil, unique: Bool = false, limit: Int = 50
  ) {
    self.rule = rule
    isCertain = certain
    self.equal = equal
    self.any = any
    self.compatible = compatible
    self.former = former
    self.near = near
    isUnique = unique
    self.limit = limit
  }
}

/// Two places that must lie near each other.
public struct NearDraft: Hashable, Sendable {
  /// The attribute with metres to the east, and that with metres to the north.
  public var east: String, north: String
  /// The distance in metres, border included.
  public var within: Double

  /// A distance between two places.
  public init(east: String, north: String, within: Double) {
    (self.east, self.north, self.within) = (east, north, within)
  }
}

/// What forbids that two rows are one subject.
public struct CannotLinkDraft: Hashable, Sendable {
  /// The rule's name, as `C1`.
  public var rule: String
  /// Attributes whose first known value must not differ.
  public var differ: [String]
  /// Whether it holds between rows of one data set only, and compares their personal keys.
  public var isPersonalKey: Bool
  /// The attribute which, known and equal, lifts the rule.
  public var unlessEqual: String?

  /// A rule about attributes, or about the personal keys of one data set.
  public init(
    _ rule: String, differ: [String] = [], personalKey: Bool = false, unlessEqual: String? = nil
  ) {
    self.rule = rule
    self.differ = differ
    isPersonalKey = personalKey
    self.unlessEqual = unlessEqual
  }
}

/// Attributes that win together.
public struct TupleDraft: Hashable, Sendable {
  /// The tuple's name.
  public var name: String
  /// Its attributes; the first must be known in the row that wins.
  public var attributes: [String]

  /// A tuple.
  public init(_ name: String, _ attributes: [String]) {
    self.name = name
    self.attributes = attributes
  }
}

/// One kind of conflict.
public struct ConflictDraft: Hashable, Sendable {
  /// The kind's name, as `owner-differs`.
  public var kind: String
  /// The name of the test: `differ`, `disagree`, `exclude`, `after`, `exceed`, `present` or
  /// `two-main`.
  public var test: String
  /// The attributes tested.
  public var attributes: [String]
  /// The two sets of values that exclude each other, of `exclude`.
  public var values: [[String]]
  /// By how much one number may exceed the other, of `exceed`.
  public var margin: Double

  /// A kind of conflict.
  public init(
    _ kind: String, test: String, attributes: [String], values: [[String]] = [],
    margin: Double = 0
  ) {
    self.kind = kind
    self.test = test
    self.attributes = attributes
    self.values = values
    self.margin = margin
  }
}

/// A dated fact that the rows of a data set tell: where a person lives, what a person owns.
public struct FactDraft: Hashable, Sendable {
  /// The name of a ``FactKind``.
  public var kind: String
  /// The data set.
  public var dataSet: String
  /// The attribute that names the place.
  public var place: String
  /// The attribute with the code of the place's division.
  public var division: String?
  /// The attributes with the first day and the last day of it.
  public var from: String?, to: String?
  /// The attribute with the level that the place's address has reached.
  public var level: String?
  /// The levels with which the fact may move a person; empty for all.
  public var levels: [String]

  /// A fact.
  public init(
    _ kind: String, dataSet: String, place: String, division: String? = nil, from: String? = nil,
    to: String? = nil, level: String? = nil, levels: [String] = []
  ) {
    self.kind = kind
    self.dataSet = dataSet
    self.place = place
    self.division = division
    self.from = from
    self.to = to
    self.level = level
    self.levels = levels
  }
}

/// By what the follower of a subject that has gone is known: a firm that was converted.
public struct SuccessionDraft: Hashable, Sendable {
  /// Attributes whose winners are equal in both.
  public var equal: [String]
  /// The attribute with the state, and the values of it that say that a subject has gone.
  public var state: String, gone: [String]
  /// The attribute with the first day: the follower's is the later one.
  public var start: String

  /// A rule of succession.
  public init(equal: [String], state: String, gone: [String], start: String) {
    (self.equal, self.state, self.gone, self.start) = (equal, state, gone, start)
  }
}
