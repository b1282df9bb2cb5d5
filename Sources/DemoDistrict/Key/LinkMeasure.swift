/// How the rows that are of one subject in truth are together in the subjects that were found, in pairs of rows.
///
/// A pair is right where its rows are together in both. Precision is the right pairs among those that were found,
/// recall the right ones among those of the truth.
package struct LinkMeasure<Found: Hashable> {
  private struct Row {
    var found: Int
    var truth: Int
    var source: Int
  }

  private var rows: [Row] = []
  private var numbers: [Found: Int] = [:]
  private var sources: [String: Int] = [:]
  /// Rows of which the truth does not say whom they are about.
  package private(set) var unknown = 0

  package init() {}

  /// Takes a row.
  ///
  /// - Parameters:
  ///   - found: the subject that it was given.
  ///   - truth: the one that it is of; nil where that is not known.
  ///   - source: its data set, for ``apart``.
  package mutating func add(_ found: Found, _ truth: Int?, source: String) {
    guard let truth else {
      unknown += 1
      return
    }
    let number = numbers[found] ?? numbers.count
    if number == numbers.count { numbers[found] = number }
    let place = sources[source] ?? sources.count
    if place == sources.count { sources[source] = place }
    rows.append(Row(found: number, truth: truth, source: place))
  }

  /// What the rows that were taken come to.
  package func result() -> LinkResult {
    var result = LinkResult()
    (result.rows, result.unknown) = (rows.count, unknown)
    let byFound = rows.sorted { ($0.found, $0.truth) < ($1.found, $1.truth) }
    let byTruth = rows.sorted { ($0.truth, $0.found) < ($1.truth, $1.found) }
    var shared = 0
    for group in byFound.chunks(by: \.found) {
      result.found += 1
      result.foundPairs += Self.pairs(group.count)
      let parts = group.chunks(by: \.truth)
      shared += parts.reduce(0) { $0 + Self.pairs($1.count) }
      if parts.count > 1 {
        result.wrongMerges += 1
        result.merged.formUnion(parts.compactMap { $0.first?.truth })
      }
    }
    result.rightPairs = shared
    let names = sources.sorted { $0.value < $1.value }.map(\.key)
    for group in byTruth.chunks(by: \.truth) {
      result.truths += 1
      result.truePairs += Self.pairs(group.count)
      let parts = group.chunks(by: \.found)
      guard parts.count > 1, let largest = parts.map(\.count).max(),
        let kept = parts.firstIndex(where: { $0.count == largest })
      else { continue }
      for (place, part) in parts.enumerated() where place != kept {
        for row in part { result.apart[names[row.source], default: 0] += 1 }
      }
    }
    return result
  }

  private static func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
}

/// What a ``LinkMeasure`` comes to.
package struct LinkResult: Sendable {
  /// The rows of which the truth is known, and the others.
  package internal(set) var rows = 0, unknown = 0
  /// How many subjects were found, and how many there are in truth.
  package internal(set) var found = 0, truths = 0
  package internal(set) var foundPairs = 0, truePairs = 0, rightPairs = 0
  /// The found subjects that have rows of several in truth, and these.
  package internal(set) var wrongMerges = 0
  package internal(set) var merged: Set<Int> = []
  /// The rows that are not with the largest part of their own, by data set.
  package internal(set) var apart: [String: Int] = [:]

  package init() {}

  /// 1 where no pair was found.
  package var precision: Double {
    foundPairs == 0 ? 1 : Double(rightPairs) / Double(foundPairs)
  }

  /// 1 where there is no pair in truth.
  package var recall: Double { truePairs == 0 ? 1 : Double(rightPairs) / Double(truePairs) }
}

extension RandomAccessCollection {
  /// The stretches of elements that agree, in their order.
  fileprivate func chunks<Value: Equatable>(by value: (Element) -> Value) -> [SubSequence] {
    var chunks: [SubSequence] = []
    var start = startIndex
    for index in indices where index > startIndex {
      if value(self[index]) != value(self[start]) {
        chunks.append(self[start..<index])
        start = index
      }
    }
    if start < endIndex { chunks.append(self[start..<endIndex]) }
    return chunks
  }
}
