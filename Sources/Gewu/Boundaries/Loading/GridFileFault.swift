package import Datasets
package import Tabular

/// What is wrong with a file of cells, or with a table of their parents.
package enum GridFileFault: UseCaseError, Equatable, Sendable {
  /// Where in a file something stands.
  package enum Place: Equatable, Sendable {
    case feature(Int, file: String)
    case line(Int, file: String)
  }

  case noCells(file: String)
  case noBoundary(Place, code: String)
  case empty(file: String)
  case wrongWidth(Place, fields: Int, header: Int)
  /// A line that cannot be read at all.
  case malformed(Place, TableRow.Fault)
  /// A line gives a cell another name or parent than a line before.
  case contradiction(Place, code: String)
  /// A table of parents has another number of columns than two.
  case parentColumns(file: String, columns: Int)
  case twoParents(Place, child: String, parent: String, earlier: String)
  case noParent(file: String, code: String)
  case noField(String, file: String, known: SeenHeadings)
  case noCode(Place)
  /// An area of a drawing has several labels in it.
  case severalLabels(file: String, labels: [String])
  /// A value that is no code: a truth value, a list, a number whose last digits are gone.
  case notACode(Place)

  package var kind: FailureKind { .invalid }
}
