import HotSpots
import Tabular

/// Writes a hot-spot answer as CSV: one row a cell, and on every row what one needs to make it again.
///
/// CSV has no place for remarks, so the seed, the number of permutations and the
/// counts of rows stand in columns of their own. Numbers are written so that
/// reading them gives the same value; what is not defined is empty.
package struct HotSpotCSVWriter: Sendable {
  private let answer: HotSpotAnswer

  package init(_ answer: HotSpotAnswer) { self.answer = answer }

  /// The names of the columns, those of the contract first.
  package static let columns =
    HotSpotCell.CodingKeys.allCases.map(\.rawValue) + [
      "level", "generation", "seed", "permutations", "fdr", "rows_in", "rows_attached", "rows_used",
    ]

  /// The document in UTF-8, its lines ended by LF.
  package var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.write(Self.columns)
    let run = answer.provenance
    let made = [
      run.level, "\(run.generation)", "\(run.summary.seed)", "\(run.summary.permutations)",
      run.summary.fdr.rawValue, "\(run.rowsIn)", "\(run.rowsAttached)", "\(run.rowsUsed)",
    ]
    for cell in answer.cells {
      let numbers = [
        cell.exposure, cell.rate, cell.statistic, cell.z, cell.p, cell.pPermutation,
        cell.pAdjusted,
      ].map { $0.map { "\($0)" } ?? "" }
      writer.write([cell.code, "\(cell.count)"] + numbers + [cell.hotSpotClass.rawValue] + made)
    }
    return writer.take()
  }
}
