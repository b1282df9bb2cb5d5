/// The checked rules by which rows of tables without identity numbers are linked.
public struct LinkRules: Hashable, Sendable {
  /// The name of the rules.
  public let name: String
  /// The names of the columns, and how they are read.
  public let columns: [String], kinds: [ValueKind]
  /// Blocking keys: columns with the number of characters that count.
  public let blocks: [[Block]]
  /// Comparisons, each with its outcomes, best first.
  public let comparisons: [[Outcome]]
  /// The sum from which a pair is linked, and from which it is shown to a person.
  public let threshold: Double, candidate: Double
  /// Conditions that together link a pair.
  public let ladder: [Rung]
  /// Conditions each of which forbids a pair.
  public let cannotLink: [Comparator]
  /// Whether a row of one side has one partner on the other at most.
  public let isOneToOne: Bool
  /// Above how many rows a block's value is common and says nothing.
  public let blockLimit: Int
  /// The number of the list a name stands in, by its folded bytes; the smallest of several.
  public let nicknames: [[UInt8]: Set<Int>]

  /// A column of a blocking key and how many characters of it count.
  public struct Block: Hashable, Sendable {
    /// The column's number.
    public let column: Int
    /// How many characters count; nil for all.
    public let prefix: Int?
  }

  /// A condition and what it adds.
  public struct Outcome: Hashable, Sendable {
    /// The condition.
    public let comparator: Comparator
    /// What it adds.
    public let points: Double
  }

  /// Conditions that together link a pair.
  public struct Rung: Hashable, Sendable {
    /// The rung's name.
    public let rule: String
    /// Whether it links; otherwise it only proposes.
    public let isCertain: Bool
    /// All of these must hold.
    public let all: [Comparator]
    /// Of these `least` must hold.
    public let some: [Comparator], least: Int
  }

  /// Checks a draft.
  ///
  /// - Throws: ``RulesFaults`` with every fault of the file.
  public init(_ draft: LinkDraft) throws(RulesFaults) {
    var reader = LinkReader(draft)
    name = draft.name
    columns = draft.columns.map(\.name)
    kinds = reader.kinds()
    blocks = reader.blocks()
    comparisons = reader.comparisons()
    threshold = draft.threshold ?? .infinity
    candidate = min(draft.candidate ?? .infinity, threshold)
    ladder = reader.ladder()
    cannotLink = draft.cannotLink.enumerated().compactMap {
      reader.comparator($0.element, at: "cannotLink[\($0.offset)]")
    }
    isOneToOne = draft.isOneToOne
    blockLimit = draft.blockLimit
    var nicknames: [[UInt8]: Set<Int>] = [:]
    for (number, names) in draft.nicknames.enumerated() {
      for name in names { nicknames[Folding.fold(name.utf8), default: []].insert(number) }
    }
    self.nicknames = nicknames
    guard reader.faults.isEmpty else {
      throw RulesFaults(kind: draft.name, faults: reader.faults)
    }
  }
}

/// Reads the parts of a draft of link rules and gathers what is wrong in them.
private struct LinkReader {
  let draft: LinkDraft
  var faults: [RulesFault] = []

  init(_ draft: LinkDraft) {
    self.draft = draft
    if draft.name.isEmpty { fault("name", .noName) }
    var seen: Set<String> = []
    for (index, column) in draft.columns.enumerated() where !seen.insert(column.name).inserted {
      fault("columns[\(index)]", .repeated(column.name))
    }
    if draft.blocks.isEmpty { fault("blocks", .tooFew(0, least: 1)) }
    if draft.blockLimit < 2 { fault("blockLimit", .outOfRange(Double(draft.blockLimit))) }
    if draft.threshold == nil, draft.ladder.isEmpty { fault("ladder", .tooFew(0, least: 1)) }
  }

  mutating func fault(_ place: String, _ reason: RulesReason) {
    faults.append(RulesFault(place: place, reason: reason))
  }

  mutating func column(_ name: String, at place: String) -> Int {
    if let number = draft.columns.firstIndex(where: { $0.name == name }) { return number }
    fault(place, .unknownAttribute(name))
    return 0
  }

  mutating func kinds() -> [ValueKind] {
    var kinds: [ValueKind] = []
    for (index, column) in draft.columns.enumerated() {
      let kind = ValueKind(rawValue: column.kind)
      if kind == nil {
        fault(
          "columns[\(index)].kind",
          .unknownWord(column.kind, allowed: ValueKind.allCases.map(\.rawValue)))
      }
      kinds.append(kind ?? .text)
    }
    return kinds
  }

  mutating func blocks() -> [[LinkRules.Block]] {
    var blocks: [[LinkRules.Block]] = []
    for (index, block) in draft.blocks.enumerated() {
      if block.isEmpty { fault("blocks[\(index)]", .tooFew(0, least: 1)) }
      var parts: [LinkRules.Block] = []
      for (step, part) in block.enumerated() {
        let place = "blocks[\(index)][\(step)]"
        if let prefix = part.prefix, prefix < 1 { fault(place, .outOfRange(Double(prefix))) }
        parts.append(
          LinkRules.Block(column: column(part.column, at: place), prefix: part.prefix))
      }
      blocks.append(parts)
    }
    return blocks
  }

  mutating func comparisons() -> [[LinkRules.Outcome]] {
    var read: [[LinkRules.Outcome]] = []
    for (index, comparison) in draft.comparisons.enumerated() {
      var outcomes: [LinkRules.Outcome] = []
      for (step, outcome) in comparison.outcomes.enumerated() {
        let place = "comparisons[\(index)].outcomes[\(step)]"
        if !outcome.points.isFinite { fault(place, .outOfRange(outcome.points)) }
        guard let comparator = comparator(outcome.condition, at: place) else { continue }
        outcomes.append(LinkRules.Outcome(comparator: comparator, points: outcome.points))
      }
      read.append(outcomes)
    }
    return read
  }

  mutating func ladder() -> [LinkRules.Rung] {
    var seen: Set<String> = []
    var read: [LinkRules.Rung] = []
    for (index, rung) in draft.ladder.enumerated() {
      let place = "ladder[\(index)]"
      if !seen.insert(rung.rule).inserted { fault(place, .repeated(rung.rule)) }
      if rung.conditions.isEmpty, rung.least < 1 { fault(place, .tooFew(0, least: 1)) }
      if !(0...rung.some.count).contains(rung.least) {
        fault(place + ".least", .outOfRange(Double(rung.least)))
      }
      let all = comparators(rung.conditions, at: place + ".all")
      let some = comparators(rung.some, at: place + ".some")
      read.append(
        LinkRules.Rung(
          rule: rung.rule, isCertain: rung.isCertain, all: all, some: some, least: rung.least))
    }
    return read
  }

  private mutating func comparators(_ drafts: [ConditionDraft], at place: String) -> [Comparator] {
    var read: [Comparator] = []
    for (index, draft) in drafts.enumerated() {
      if let comparator = comparator(draft, at: "\(place)[\(index)]") { read.append(comparator) }
    }
    return read
  }

  mutating func comparator(_ draft: ConditionDraft, at place: String) -> Comparator? {
    let needed = draft.comparator == "swapped" ? 2 : 1
    guard draft.columns.count >= needed else {
      fault(place, .tooFew(draft.columns.count, least: needed))
      return nil
    }
    let first = column(draft.columns[0], at: place)
    switch draft.comparator {
    case "exact": return .exact(first)
    case "transposed-date": return .transposedDate(first)
    case "nickname": return .nickname(first)
    case "differ": return .differ(first)
    case "missing": return .missing(first)
    case "swapped": return .swapped(first, column(draft.columns[1], at: place))
    case "edit", "prefix":
      guard let limit = Int(exactly: draft.limit), (1...1000).contains(limit) else {
        fault(place, .outOfRange(draft.limit))
        return nil
      }
      return draft.comparator == "edit"
        ? .edit(first, limit: limit) : .prefix(first, length: limit)
    case "within":
      if !(draft.limit >= 0 && draft.limit.isFinite) { fault(place, .outOfRange(draft.limit)) }
      return .within(first, limit: draft.limit)
    default:
      fault(
        place,
        .unknownWord(
          draft.comparator,
          allowed: [
            "exact", "edit", "transposed-date", "prefix", "nickname", "within", "swapped",
            "differ", "missing",
          ]))
      return nil
    }
  }
}
