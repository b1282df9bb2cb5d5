import Foundation
import Warehouse

/// What any error of a use case means to a caller: the one place that tells kinds apart.
///
/// The command line makes exit codes of the kinds, the service makes statuses.
package struct Fault: Sendable, CustomStringConvertible {
  package enum Kind: String, Sendable, CaseIterable {
    /// The input or the question is not well formed.
    case invalid
    /// What was named does not exist.
    case notFound = "not_found"
    /// It contradicts what is there already.
    case conflict
    /// It is well formed, but a rule refuses it; nothing was changed.
    case refused
    /// There is no store at the path.
    case noStore = "no_store"
    /// Another process writes the store.
    case locked
    case full
    case interrupted
    case failed
  }

  package let kind: Kind
  /// What happened, where, and what to do next.
  package let description: String

  /// Names the failure that an error is.
  package init(_ error: any Error) {
    kind =
      switch error {
      case let error as GewuError: Self.kind(of: error.kind)
      case is InvalidCoverage: .refused
      case let error as StoreError: Self.kind(of: error)
      case let error as CoordinateTransformError: Self.kind(of: error)
      case let error as ExportError: Self.kind(of: error)
      case let error as OutputError: Self.kind(of: error)
      case is CancellationError, is ImportInterrupted: .interrupted
      default: .failed
      }
    description =
      switch error {
      case is CancellationError: "interrupted; the store is as it was before"
      case let error as CocoaError: error.localizedDescription
      case let error as POSIXError: error.localizedDescription
      default: "\(error)"
      }
  }

  private static func kind(of kind: GewuError.Kind) -> Kind {
    switch kind {
    case .invalid: .invalid
    case .notFound: .notFound
    case .conflict: .conflict
    case .refused: .refused
    }
  }

  private static func kind(of error: CoordinateTransformError) -> Kind {
    switch error {
    case .unknownCRS, .noOperation, .outside: .invalid
    case .noDatabase: .failed
    }
  }

  private static func kind(of error: ExportError) -> Kind {
    switch error {
    case .unknownTable: .notFound
    case .unknownFormat, .noGeometry, .tooManyRows, .severalTables: .invalid
    }
  }

  private static func kind(of error: OutputError) -> Kind {
    switch error {
    case .unwritable: .failed
    case .full: .full
    case .exists, .partOfStore: .conflict
    }
  }

  private static func kind(of error: StoreError) -> Kind {
    switch error {
    case .notFound: .noStore
    case .locked: .locked
    case .full: .full
    case .exists: .conflict
    case .unknownSRID, .badLevels: .invalid
    case .notADatabase, .notAStore, .newer, .readOnly, .notArchived, .failed: .failed
    }
  }
}

/// The refusal to activate a generation whose coverage failed its check.
package struct InvalidCoverage: Error, Sendable, CustomStringConvertible {
  package let report: GridCheckReport

  /// The kinds of problem with their counts, and what to do.
  package var description: String {
    let levels = report.levels.filter { !$0.problems.isEmpty }.map { level in
      let kinds = Dictionary(grouping: level.problems, by: \.kind)
        .sorted { $0.key < $1.key }
        .map { "\($0.value.count) \($0.key)" }
      return "level \(level.level): \(kinds.joined(separator: ", "))"
    }
    return "the coverage of generation \(report.generation) is invalid, and nothing was changed; "
      + levels.joined(separator: "; ")
      + "; see `gewu grids check`, repair the boundaries, or accept them with --allow-invalid"
  }
}
