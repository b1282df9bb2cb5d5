import Tabular

/// Of what the cells of a row or a file are: there is nothing but the truth, stated errors and gaps.
///
/// The cells are those of the manifest's columns; what is drawn on a map besides is none of them.
package struct CellOrigins: Hashable, Sendable, Codable {
  /// What the truth says, in the form that the department writes.
  package var truth = 0
  /// What a fault of the key has changed, taken away or put in.
  package var faults = 0
  /// Empty, or a mark that says so, because there is nothing to say or the department does not know it.
  package var empty = 0
  /// Made up row by row: none, as each data set is one that the truth serves; the key says so.
  package private(set) var invented = 0

  package init() {}

  /// The cells of a row without faults.
  init(_ values: [DemoValue]) {
    empty = values.count { $0 == .none }
    truth = values.count - empty
  }

  /// The cells of a row with faults: whatever is not as it would be without them is one of the faults'.
  ///
  /// - Parameters:
  ///   - good: the cells without faults.
  ///   - cells: those that are written.
  init(_ values: [DemoValue], good: [TableCell], written cells: [TableCell]) {
    self.init(values)
    for (number, value) in values.enumerated() {
      guard number >= cells.count || cells[number] != good[number] else { continue }
      take(value)
    }
    faults += max(cells.count - values.count, 0)
  }

  /// Takes a cell for one of the faults'.
  mutating func take(_ value: DemoValue) {
    faults += 1
    if value == .none { empty -= 1 } else { truth -= 1 }
  }

  package static func += (one: inout CellOrigins, other: CellOrigins) {
    one.truth += other.truth
    one.faults += other.faults
    one.empty += other.empty
    one.invented += other.invented
  }
}
