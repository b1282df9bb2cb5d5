import Gewu
import Words

extension Problem {
  /// The body of a batch cannot be read.
  static func badBatch(_ detail: Wording) -> Problem { .badBody(.badBody(detail)) }
}

extension TableStreamFault: ProblemError {
  /// What is wrong with a table of positions.
  var problem: Problem { .badBatch(BatchWords.table(self)) }
}
