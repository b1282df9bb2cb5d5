/// One key by which a row meets others, in the bits of a secret hash: it says that two rows may have something in
/// common, and of no row what.
public struct LinkKey: Hashable, Comparable, Sendable {
  /// The bits: the lowest two say what the key is for, the 54 above them are of the hash.
  public let number: UInt64

  /// What a key is for.
  public enum Use: UInt64, Sendable {
    /// A rule that proposes that two rows are one subject.
    case proposes
    /// A rule that makes them one subject.
    case links
    /// Somebody has decided of the row.
    case decided
  }

  /// How many bits a key has.
  public static let bits = 56

  /// A key that was kept; nil where the number is none.
  public init?(number: UInt64) {
    guard number >> UInt64(Self.bits) == 0, Use(rawValue: number & 3) != nil else { return nil }
    self.number = number
  }

  /// A key of a hash.
  public init(_ use: Use, hash: UInt64) {
    number = hash >> UInt64(64 - Self.bits) & ~3 | use.rawValue
  }

  /// What it is for.
  public var use: Use { Use(rawValue: number & 3) ?? .proposes }

  /// By their numbers.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// The keys of rows by the rungs of the ladder, the same in every assembly by the same rules.
public struct LinkKeys: Sendable {
  /// A key, and the rung that asks for it.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: LinkKey
    /// The rule's place in the ladder.
    public let rule: Int
    /// By what the row meets others in its table.
    public let meeting: UInt64
  }

  private let rules: SubjectRules
  private let hash: SecretHash

  /// The keys by some rules, under a secret.
  public init(rules: SubjectRules, hash: SecretHash) {
    (self.rules, self.hash) = (rules, hash)
  }

  /// The keys of a row.
  public func keys(of row: Int, in table: RecordTable) -> [Entry] {
    var entries: [Entry] = []
    var bytes: [UInt8] = []
    for (number, rule) in rules.identity.enumerated() {
      for leg in 0..<max(rule.any.count, 1) {
        guard let meeting = start(&bytes, number, leg, rule, row, table) else { continue }
        let use = rule.isCertain ? LinkKey.Use.links : .proposes
        guard !rule.isCertain, let near = rule.near else {
          entries.append(
            Entry(key: LinkKey(use, hash: hash.hash(bytes)), rule: number, meeting: meeting))
          continue
        }
        for cell in table.squares(of: row, near) {
          let own = bytes + (0..<8).map { UInt8(truncatingIfNeeded: cell >> ($0 * 8)) }
          entries.append(
            Entry(
              key: LinkKey(use, hash: hash.hash(own)), rule: number,
              meeting: Mixing.add(cell, to: meeting)))
        }
      }
    }
    return entries
  }

  /// Writes what must be equal.
  ///
  /// - Returns: the hash by which rows of the table meet; nil where the row does not have all of it.
  private func start(
    _ bytes: inout [UInt8], _ number: Int, _ leg: Int, _ rule: IdentityRule, _ row: Int,
    _ table: RecordTable
  ) -> UInt64? {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(UInt8(truncatingIfNeeded: number))
    bytes.append(UInt8(truncatingIfNeeded: leg))
    var meeting = IdentityKeys.start(UInt16(truncatingIfNeeded: number), leg: leg)
    let any = rule.any.indices.contains(leg) ? rule.any[leg...leg] : []
    for attribute in rule.equal + any {
      let reading = table.reading(row, attribute)
      guard reading != 0 else { return nil }
      let value = table.pool[reading]
      for shift in [0, 8, 16] { bytes.append(UInt8(truncatingIfNeeded: value.count >> shift)) }
      bytes.append(contentsOf: value)
      meeting = Mixing.add(UInt64(reading), to: meeting)
    }
    return meeting
  }

  // MARK: - Keys that say nothing

  /// Whether a key of a rule can be so common that it says nothing: above this many subjects it is looked at.
  ///
  /// Nil for a rule by which rows are linked whatever they are called.
  public func commonLimit(of rule: Int) -> Int? {
    let rule = rules.identity[rule]
    return rule.isCertain && rule.compatible != nil && rule.any.isEmpty ? rule.limit : nil
  }

  /// The smallest of the limits above which a key of any rule may be common; nil where none can.
  public var leastCommonLimit: Int? { rules.identity.indices.compactMap(commonLimit).min() }

  /// Whether some rows that share a key of a rule have so many names that the rule does not link by it.
  public func isCommon(_ rows: [Int], rule: Int, in table: RecordTable) -> Bool {
    guard commonLimit(of: rule) != nil, let compatible = rules.identity[rule].compatible else {
      return false
    }
    return NameClasses(
      rows.map { UInt32(truncatingIfNeeded: $0) }, rule: rules.identity[rule],
      compatible: compatible, table: table
    ).isCommon
  }

  /// Of so many subjects that share a key of a rule that proposes none is proposed to be another one; the largest
  /// number of which some may be.
  public func proposingLimit(of rule: Int) -> Int {
    let rule = rules.identity[rule]
    return rule.isUnique ? min(2, rule.limit) : rule.limit
  }
}
