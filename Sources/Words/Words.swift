import Datasets
import Gewu
import Intake
import Warehouse
import Tabular
import Geometry
import Gewu
import Grids

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
    case let error as StoreError: error.wording
    case let error as DatasetsError: error.wording
    case let error as TabularError: error.wording
    case let error as HotSpotFault: error.wording
    case let error as GeometryError: error.wording
    case let error as IndexFault: error.wording
    case let error as NetFault: error.wording
    case let error as LocatorFileError:
      Wording("\(error.path): ", "\(error.path)：") + error.wording
    default: Wording(verbatim: Fault(error).description)
    }
  }
}
