import HotSpots
import Tabular
import Time
import Warehouse

/// Writes a hot-spot answer as CSV: one row per cell, and on every row what one needs to make it again.
///
/// CSV has no place for remarks, so the provenance stands in columns of its own; only what it warns of
/// is left out; several categories have `|` between them. Numbers are written so that reading them gives the same value; what is not defined, or withheld, is
/// empty; where something may be withheld two columns more say the limit and how many cells. Names that spreadsheet programs would take for formulas
/// get an apostrophe in front.
package struct HotSpotCSVWriter: Sendable {
  private let answer: HotSpotAnswer

  package init(_ answer: HotSpotAnswer) { self.answer = answer }

  /// The document in UTF-8, its lines ended by LF.
  package var bytes: [UInt8] {
    var writer = CSVWriter(isGuarded: true)
    let run = answer.provenance.columns
    writer.write(HotSpotCell.CodingKeys.allCases.map(\.rawValue) + run.map(\.name))
    let made = run.map(\.value)
    for cell in answer.cells {
      writer.write(HotSpotCell.CodingKeys.allCases.map { cell.text(of: $0) } + made)
    }
    return writer.take()
  }
}

extension HotSpotCell {
  /// A field as text; empty where it is not defined.
  fileprivate func text(of field: CodingKeys) -> String {
    switch field {
    case .code: code
    case .name: name ?? ""
    case .count: Self.text(count)
    case .exposure: Self.text(exposure)
    case .rate: Self.text(rate)
    case .expected: Self.text(expected)
    case .neighbours: Self.text(neighbours)
    case .statistic: Self.text(statistic)
    case .z: Self.text(z)
    case .p: Self.text(p)
    case .pPermutation: Self.text(pPermutation)
    case .permutations: Self.text(permutations)
    case .pAttainable: Self.text(pAttainable)
    case .pAdjusted: Self.text(pAdjusted)
    case .hotSpotClass: hotSpotClass.rawValue
    }
  }

  private static func text(_ number: (some Numeric)?) -> String { number.map { "\($0)" } ?? "" }
}

extension HotSpotProvenance {
  /// All but the warnings, flat: the names of the JSON, those of nested objects joined by `_`.
  fileprivate var columns: [(name: String, value: String)] {
    [
      ("dataset", question.source.dataset ?? ""),
      ("category", question.categories.joined(separator: "|")), ("from", question.from ?? ""),
      ("to", question.to ?? ""),
      ("counted_from", countedFrom ?? ""), ("counted_to", countedTo ?? ""), ("zone", zone),
      ("level", level), ("generation", "\(generation)"), ("coverage_valid", "\(isCoverageValid)"),
    ] + Self.columns("", batch) + [("exposure", question.exposure ?? "")]
      + [("exposure_source_dataset", exposureSource?.dataset ?? "")]
      + Self.columns("exposure_source_", exposureSource?.batch) + [
        ("weights", weights.rawValue), ("weights_hash", weightsHash), ("version", version),
        ("method", summary.method.rawValue), ("islands", summary.islands.rawValue),
        ("permutation_rule", summary.rule.rawValue), ("seed", "\(summary.seed)"),
        ("fdr", summary.fdr.rawValue), ("rows_in", Self.text(rowsIn)),
        ("rows_attached", Self.text(rowsAttached)), ("rows_used", Self.text(rowsUsed)),
        ("source", question.source.kind.rawValue), ("net", net),
        ("as_of_batch", question.batch.map { "\($0)" } ?? ""),
        ("rows_total", Self.text(balance.shownTotal)),
      ] + RowFate.allCases.map { ("rows_\($0.rawValue)", Self.text(balance.shown($0))) }
      + [("exposure_source_rows_total", exposureSource.map { "\($0.rows.total)" } ?? "")]
      + (exposureSource?.rows ?? ExposureRows()).byFate.map { fate, rows in
        ("exposure_source_rows_\(fate.rawValue)", exposureSource == nil ? "" : "\(rows)")
      }
      + (withheld.map { [("withheld_k", "\($0.k)"), ("withheld_cells", "\($0.cells)")] } ?? [])
  }

  private static func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

  private static func columns(
    _ prefix: String, _ batch: BatchMark?
  ) -> [(name: String, value: String)] {
    [
      (prefix + "batch", batch.map { "\($0.id)" } ?? ""),
      (prefix + "batch_period", batch?.period ?? ""),
      (prefix + "batch_published", batch?.published?.text ?? ""),
    ]
  }
}
