extension Assembly {
  /// The conflicts that wait, grouped by kind and pair of data sets, the most frequent group first.
  ///
  /// A conflict counts once for each pair of data sets whose rows state different values in it.
  public func conflictGroups() -> [ConflictGroup] {
    var counts: [Group: Int] = [:]
    for subject in subjects {
      for conflict in subject.conflicts where conflict.state != .decided {
        for pair in pairs(of: conflict) {
          counts[Group(rule: conflict.rule, pair: pair), default: 0] += 1
        }
      }
    }
    return counts.map { group, count in
      ConflictGroup(
        kind: rules.conflicts[group.rule].kind,
        sources: group.pair.map { rules.sources[$0].dataSet }, count: count)
    }.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      return ([left.kind] + left.sources).lexicographicallyPrecedes([right.kind] + right.sources)
    }
  }

  private struct Group: Hashable {
    var rule: Int
    var pair: [Int]
  }

  private func pairs(of conflict: Conflict) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for (place, one) in conflict.values.enumerated() {
      for other in conflict.values[(place + 1)...] where one.reading != other.reading {
        pairs.insert(
          [table.rows[one.row].source, table.rows[other.row].source].sorted().map { Int($0) })
      }
    }
    return pairs
  }
}
