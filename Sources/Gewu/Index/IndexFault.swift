package import Grids

/// Why an index cannot answer, or a cell cannot be named.
package enum IndexFault: UseCaseError, Equatable, Sendable {
  /// No generation of the net is active in the store.
  case nothingActive(net: String, store: String)
  /// No generation was active at a date or moment.
  case nothingActiveThen(date: String)
  case noCells(generation: Int64)
  /// The net has no level of this name, or where `withCells`, none that has cells.
  case noLevel(String, known: [String], withCells: Bool = false)
  case noCell(code: String, level: String?, generation: Int64, net: String)
  /// Cells of several levels have the code.
  case ambiguousCode(String, levels: [String])
  /// The index cannot be written to the file.
  case unwritable(path: String, LocatorFileError)

  package var kind: FailureKind {
    switch self {
    case .nothingActive, .nothingActiveThen, .noCells, .noLevel, .noCell: .notFound
    case .ambiguousCode: .conflict
    case .unwritable: .invalid
    }
  }
}
