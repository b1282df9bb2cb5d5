import Gewu
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
    case let error as StoreError: error.wording
    case let error as ExportError: error.wording
    case let error as OutputError: error.wording
    default: Wording(verbatim: Fault(error).description)
    }
  }
}
