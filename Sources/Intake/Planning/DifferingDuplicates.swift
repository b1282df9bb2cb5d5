/// Rows of a file with the key of an earlier row and other content, of which one alone is kept.
package struct DifferingDuplicates: Hashable, Sendable {
  package private(set) var count = 0
  /// The lines of the first ones.
  package private(set) var lines: [Int] = []

  /// So many lines are named.
  private static let most = 5

  package init(lines: [Int] = []) { for line in lines { add(line) } }

  mutating func add(_ line: Int) {
    count += 1
    if lines.count < Self.most { lines.append(line) }
  }
}
