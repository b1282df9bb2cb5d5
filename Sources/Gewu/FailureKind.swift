import Files
import Intake
import Projections
import Warehouse

/// What any error of a use case means to a caller: the one place that tells kinds apart.
///
/// The command line makes exit codes of the kinds, the service makes statuses; what an error says to
/// people is `Words.wording(of:)`.
package enum FailureKind: String, Sendable, CaseIterable {
  /// The input or the question is not well formed.
  case invalid
  /// What was named does not exist.
  case notFound = "not_found"
  /// It contradicts what is there already.
  case conflict
  /// It is well formed, but a rule refuses it; nothing was changed.
  case refused
  /// It exists, and is not given out.
  case withheld
  /// There is no store at the path.
  case noStore = "no_store"
  /// Another process writes the store.
  case locked
  /// The store that was opened is no longer where it was.
  case storeGone = "store_gone"
  /// The store is sealed, and its key is not there or is not its own.
  case noKey = "no_key"
  case full
  case interrupted
  case failed

  /// Names the kind of failure that an error is.
  package init(_ error: any Error) {
    self =
      switch error {
      case let error as any UseCaseError: error.kind
      case let error as StoreError: Self.kind(of: error)
      case let error as SealFault: Self.kind(of: error)
      case let error as CoordinateTransformError: Self.kind(of: error)
      case let error as OutputError: Self.kind(of: error)
      case is CancellationError, is ImportInterrupted: .interrupted
      default: .failed
      }
  }

  private static func kind(of error: SealFault) -> FailureKind {
    switch error {
    case .noKey, .wrongKey: .noKey
    case .alreadySealed, .otherProfile, .notSealed: .conflict
    case .profileMissing, .ringChanged, .changed, .versionGone, .fileChanged: .failed
    }
  }

  private static func kind(of error: CoordinateTransformError) -> FailureKind {
    switch error {
    case .unknownCRS, .noOperation, .noGrid, .outside: .invalid
    case .unknownAccuracy: .refused
    case .noDatabase: .failed
    }
  }

  private static func kind(of error: StoreError) -> FailureKind {
    switch error {
    case .notFound: .noStore
    case .locked: .locked
    case .full: .full
    case .gone: .storeGone
    case .exists, .failed(_, .openedReadOnly): .conflict
    case .unknownSRID, .unknownZone, .badLevels: .invalid
    case .notADatabase, .notAStore, .newer, .readOnly, .notArchived, .failed: .failed
    }
  }

  private static func kind(of error: OutputError) -> FailureKind {
    switch error {
    case .unwritable: .failed
    case .full: .full
    case .exists, .partOfStore, .isInput, .notAFile: .conflict
    }
  }
}

/// An error of a use case: a fact, and what it means to a caller.
package protocol UseCaseError: Error {
  /// Decides the exit code of a command and the status of a response.
  var kind: FailureKind { get }
}
