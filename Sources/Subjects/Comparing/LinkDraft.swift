/// Rules by which rows of tables without identity numbers are linked, as a file states them.
///
/// A loader fills it from `examples/link/*.yaml`; ``LinkRules/init(_:)`` checks it.
public struct LinkDraft: Hashable, Sendable {
  /// The name of the rules.
  public var name: String
  /// The columns that are compared, by name.
  public var columns: [ColumnDraft] = []
  /// Columns that are equal in two rows worth comparing: a pair needs all of one list.
  public var blocks: [[BlockDraft]] = []
  /// How columns are compared and what each outcome adds.
  public var comparisons: [ComparisonDraft] = []
  /// The sum from which a pair is linked, and from which it is shown to a person; nil for a ladder
  /// alone.
  public var threshold: Double?, candidate: Double?
  /// Lists of conditions, each of which links a pair by itself.
  public var ladder: [RungDraft] = []
  /// Conditions each of which forbids a pair.
  public var cannotLink: [ConditionDraft] = []
  /// Whether a row of one side has one partner on the other at most; otherwise rows form groups.
  public var isOneToOne = false
  /// Above how many rows a block's value is common and says nothing.
  public var blockLimit = 500
  /// Names that stand for each other, as short forms; each list is one person's choice of names.
  public var nicknames: [[String]] = []

  /// Rules that compare nothing yet.
  public init(name: String) { self.name = name }
}

/// One column.
public struct ColumnDraft: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// The name of a ``ValueKind``.
  public var kind: String

  /// A column and how it is read.
  public init(_ name: String, kind: String = "text") { (self.name, self.kind) = (name, kind) }
}

/// One part of a blocking key.
public struct BlockDraft: Hashable, Sendable {
  /// The column's name.
  public var column: String
  /// How many characters of it count; nil for all.
  public var prefix: Int?

  /// A column, or its beginning.
  public init(_ column: String, prefix: Int? = nil) {
    (self.column, self.prefix) = (column, prefix)
  }
}

/// One comparison: the first outcome that holds counts.
public struct ComparisonDraft: Hashable, Sendable {
  /// The outcomes, best first.
  public var outcomes: [OutcomeDraft]

  /// A comparison of outcomes, best first.
  public init(_ outcomes: [OutcomeDraft]) { self.outcomes = outcomes }
}

/// A condition and what it adds to the sum.
public struct OutcomeDraft: Hashable, Sendable {
  /// The condition.
  public var condition: ConditionDraft
  /// What it adds; below 0 where it speaks against the pair.
  public var points: Double

  /// A condition and its points.
  public init(_ condition: ConditionDraft, _ points: Double) {
    (self.condition, self.points) = (condition, points)
  }
}

/// Conditions that together link a pair.
public struct RungDraft: Hashable, Sendable {
  /// The rung's name.
  public var rule: String
  /// Whether it links; otherwise it only proposes.
  public var isCertain: Bool
  /// All of these must hold.
  public var conditions: [ConditionDraft]
  /// Of these so many must hold.
  public var some: [ConditionDraft], least: Int

  /// A rung.
  public init(
    _ rule: String, certain: Bool = true, all conditions: [ConditionDraft],
    some: [ConditionDraft] = [], least: Int = 0
  ) {
    (self.rule, isCertain, self.conditions) = (rule, certain, conditions)
    (self.some, self.least) = (some, least)
  }
}

/// How two values of a column, or of two columns, stand to each other.
public struct ConditionDraft: Hashable, Sendable {
  /// The name of a comparator: `exact`, `edit`, `transposed-date`, `prefix`, `nickname`, `within`,
  /// `swapped`, `differ` or `missing`.
  public var comparator: String
  /// The column's name; two for `swapped`.
  public var columns: [String]
  /// The number that `edit`, `prefix` and `within` need.
  public var limit: Double

  /// A comparator and its columns.
  public init(_ comparator: String, _ columns: String..., limit: Double = 0) {
    (self.comparator, self.columns, self.limit) = (comparator, columns, limit)
  }
}
