import Gewu
import Words

extension Problem {
  /// The body of a batch cannot be read.
  static func badBatch(_ detail: Wording) -> Problem { .badBody(.badBody(detail)) }

  /// What is wrong with a table of positions.
  init(_ fault: LocateTableFault) {
    self = .badBatch(BatchWords.table(fault))
  }
}
