import Datasets
import Files
import Foundation
import Geometry
import Gewu
import Grids
import Intake
import Projections
import Tabular
import Warehouse

/// What the program says of errors: the one place where a fact becomes a sentence.
///
/// The targets below throw facts: a code and its arguments, in no language. A face (the command
/// line, the service) asks here for the sentence and adds what to do in its own terms: an option, a
/// parameter.
package enum Words {
  /// What went wrong, where, and what to do.
  package static func wording(of error: any Error) -> Wording {
    switch error {
    case let error as SpillFault: error.wording
    case let error as ImportInterrupted: error.wording
    case let error as ImportFault: error.wording
    case let error as CoordinateTransformError: error.wording
    case let error as StoreError: error.wording
    case let error as SealFault: error.wording
    case let error as KeyFault: error.wording
    case let error as NoKeyForStore: error.wording
    case let error as ExportError: error.wording
    case let error as ReadFault: error.wording
    case let error as OutputError: error.wording
    case let error as DatasetsError: error.wording
    case let error as QuarantineFault: error.wording
    case let error as TabularError: error.wording
    case let error as HotSpotFault: error.wording
    case let error as GeometryError: error.wording
    case let error as IndexFault: error.wording
    case let error as NetFault: error.wording
    case let error as AddressFault: error.wording
    case let error as RosterFault: error.wording
    case let error as SubjectFault: error.wording
    case let error as ProfileFault: error.wording
    case let error as UseFault: error.wording
    case let error as LocatorFileError:
      Wording("\(error.path): ", "\(error.path)：") + error.wording
    case let error as any FaceError: error.wording
    case let error as GenerationFault: error.wording
    case let error as CellLoss: error.wording
    case let error as GapFault: error.wording
    case let error as GridLoadFault: error.wording
    case let error as GridFileFault: error.wording
    case let error as GridFileFaults: error.wording
    case let error as InvalidCoverage: error.wording
    case let error as NotAMoment: error.wording
    case let error as NamesNoNets: error.wording
    case let error as TableStreamError: error.wording
    case let error as BatchFault: error.wording
    case let error as DatasetFault: error.wording
    case let error as FeatureFault: error.wording
    case let error as ReportFault: error.wording
    case is CancellationError:
      Wording("interrupted; the store is as it was before", "已中断；数据库保持原样")
    case let error as CocoaError:
      (error.filePath.map { Wording("\($0): ", "\($0)：") } ?? Wording(verbatim: ""))
        + SystemReason(error).wording
    case is POSIXError: SystemReason(error).wording
    default: Wording(verbatim: "\(error)")
    }
  }
}

/// An error of a face itself, whose sentence stands in this target too.
package protocol FaceError: Error {
  var wording: Wording { get }
}
