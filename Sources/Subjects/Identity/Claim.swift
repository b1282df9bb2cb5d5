/// What a row claims under a rule that forbids: two rows of one scope with different values cannot
/// be one subject, unless both have the same exemption.
struct Claim: Hashable, Comparable, Sendable {
  /// The rule's number: those of the file first, then names on one key, then decisions.
  var rule: UInt32
  var scope: UInt32
  var value: UInt32
  var exemption: UInt32

  static func < (left: Self, right: Self) -> Bool {
    (left.rule, left.scope, left.value, left.exemption)
      < (right.rule, right.scope, right.value, right.exemption)
  }

  /// Whether two claims exclude each other.
  func excludes(_ other: Claim) -> Bool {
    rule == other.rule && scope == other.scope && value != other.value
      && (exemption == 0 || exemption != other.exemption)
  }

  /// The first rule by which claims of two sorted lists exclude each other; nil for none.
  ///
  /// Where both lists hold one value of a scope, nothing of the scope excludes: they are of one
  /// subject to which a decision has given several values.
  static func exclusion(_ left: [Claim], _ right: [Claim], from least: UInt32 = 0) -> UInt32? {
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      let (one, other) = (left[first], right[second])
      if (one.rule, one.scope) < (other.rule, other.scope) {
        first += 1
      } else if (other.rule, other.scope) < (one.rule, one.scope) {
        second += 1
      } else {
        let ones = left[first...].prefix { $0.rule == one.rule && $0.scope == one.scope }
        let others = right[second...].prefix { $0.rule == one.rule && $0.scope == one.scope }
        (first, second) = (ones.endIndex, others.endIndex)
        guard one.rule >= least else { continue }
        let isShared = ones.contains { one in others.contains { $0.value == one.value } }
        if isShared { continue }
        if ones.contains(where: { one in others.contains { one.excludes($0) } }) {
          return one.rule
        }
      }
    }
    return nil
  }

  /// Whether claims of a sorted list exclude each other.
  static func isContradictory(_ claims: [Claim]) -> Bool {
    var start = 0
    while start < claims.count {
      let first = claims[start]
      let group = claims[start...].prefix { $0.rule == first.rule && $0.scope == first.scope }
      for one in group where group.contains(where: { one.excludes($0) }) { return true }
      start = group.endIndex
    }
    return false
  }

  /// Two sorted lists as one, each claim once.
  static func union(_ left: [Claim], _ right: [Claim]) -> [Claim] {
    if left == right { return left }
    return unique(left + right)
  }

  /// A list sorted, each claim once.
  static func unique(_ claims: [Claim]) -> [Claim] {
    var kept: [Claim] = []
    for claim in claims.sorted() where kept.last != claim { kept.append(claim) }
    return kept
  }
}

extension RecordTable {
  /// Adds what a row claims under the rules of the file.
  func addClaims(of row: Int, to claims: inout [Claim]) {
    for (index, rule) in rules.cannotLink.enumerated() {
      var scope: UInt32 = 0
      var value: UInt32 = 0
      if rule.isPersonalKey {
        let source = Int(rows[row].source)
        guard let key = rules.sources[source].personalKey else { continue }
        scope = UInt32(rows[row].source) + 1
        value = reading(row, key)
      } else {
        for attribute in rule.differ {
          value = reading(row, attribute)
          if value != 0 { break }
        }
      }
      guard value != 0 else { continue }
      claims.append(
        Claim(
          rule: UInt32(truncatingIfNeeded: index), scope: scope, value: value,
          exemption: rule.unlessEqual.map { reading(row, $0) } ?? 0))
    }
  }
}
