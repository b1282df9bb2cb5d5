/// Which of the rows that share a strong key have compatible names.
///
/// Names are of one class if they are equal as read, or one is stated as the other's former name.
/// A name with unknown characters, and a row without a name, join a class only if it is the one
/// they fit; otherwise they stay alone, and a person decides.
struct NameClasses {
  /// A name and a former name, and the rows that state them, in canonical order.
  private struct Profile {
    var name: UInt32
    var former: UInt32
    var rows: [UInt32]
  }

  /// The classes, each with its rows in canonical order, by their smallest rows.
  private(set) var classes: [[UInt32]] = []
  /// The smallest row of each profile that fits several classes.
  private(set) var ambiguous: [UInt32] = []
  /// Whether there are more names than the rule's limit; then there are no classes.
  private(set) var isCommon = false

  init(_ rows: [UInt32], rule: IdentityRule, compatible: Int, table: RecordTable) {
    var profiles: [Profile] = []
    for row in rows {
      let name = table.reading(Int(row), compatible)
      let former = rule.former.map { table.reading(Int(row), $0) } ?? 0
      if let known = profiles.firstIndex(where: { $0.name == name && $0.former == former }) {
        profiles[known].rows.append(row)
      } else {
        profiles.append(Profile(name: name, former: former, rows: [row]))
        if profiles.count > rule.limit {
          isCommon = true
          return
        }
      }
    }
    join(profiles, table: table)
  }

  private mutating func join(_ profiles: [Profile], table: RecordTable) {
    var sets = DisjointSets(count: profiles.count)
    for (first, left) in profiles.enumerated() {
      for (second, right) in profiles.enumerated().dropFirst(first + 1)
      where Self.areSame(left, right) {
        sets.join(UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: second))
      }
    }
    let roots = profiles.indices.map { sets.root(UInt32(truncatingIfNeeded: $0)) }
    let names = profiles.map { NamePattern(table.pool[$0.name]) }
    // A class is as vague as its clearest name: 0 clear, 1 with unknown characters, 2 no name.
    var vagueness: [UInt32: Int] = [:]
    for (index, root) in roots.enumerated() {
      vagueness[root] = min(vagueness[root] ?? 2, names[index].vagueness)
    }
    var target: [UInt32: UInt32] = [:]
    for level in 1...2 {
      for root in Set(roots).sorted() where vagueness[root] == level {
        let fitting = Set(
          profiles.indices.filter { other in
            (vagueness[roots[other]] ?? 2) < level && target[roots[other]] == nil
              && profiles.indices.contains { own in
                roots[own] == root && names[own].fits(names[other])
              }
          }.map { roots[$0] })
        if fitting.count == 1, let only = fitting.first { target[root] = only }
        if fitting.count > 1 { ambiguous.append(profiles[Int(root)].rows[0]) }
      }
    }
    var gathered: [UInt32: [UInt32]] = [:]
    for (index, root) in roots.enumerated() {
      gathered[target[root] ?? root, default: []] += profiles[index].rows
    }
    classes = Array(gathered.values)
  }

  private static func areSame(_ left: Profile, _ right: Profile) -> Bool {
    if left.name == right.name { return true }
    if left.former != 0, left.former == right.name { return true }
    return right.former != 0 && right.former == left.name
  }
}

/// A name as scalars, some of which may be unknown.
struct NamePattern {
  private let scalars: [Unicode.Scalar]
  private let unknown: Int

  init(_ name: some Collection<UInt8>) {
    scalars = Array(String(decoding: name, as: UTF8.self).unicodeScalars)
    unknown = scalars.count(where: Folding.isUnknownCharacter)
  }

  /// 0 for a clear name, 1 for one with unknown characters, 2 for none.
  var vagueness: Int { scalars.isEmpty ? 2 : unknown > 0 ? 1 : 0 }

  /// Whether the names may be one: equal but for one unknown character, or one is not known.
  func fits(_ other: NamePattern) -> Bool {
    if scalars.isEmpty || other.scalars.isEmpty { return true }
    guard scalars.count == other.scalars.count, unknown <= 1, other.unknown <= 1,
      scalars.count > 1
    else { return false }
    var missed = 0
    for (one, second) in zip(scalars, other.scalars) where one != second {
      guard Folding.isUnknownCharacter(one) || Folding.isUnknownCharacter(second) else {
        return false
      }
      missed += 1
    }
    return missed <= 1
  }
}
