import Datasets
import DemoTruth
import Tabular

/// Two neighbouring columns that somebody exchanges in a stretch of rows.
///
/// Only columns of which it is known what becomes of the rows: a text beside a date or a number, which is
/// refused, or beside another text, which is taken with both values wrong.
struct ColumnExchange {
  /// The rows in which the columns are exchanged, by their numbers.
  struct Stretch {
    var rows: Range<Int>
    /// The column of the text.
    var text: Int
    /// The other column.
    var other: Int
  }

  /// Pairs of a text and another column.
  let pairs: [(text: Int, other: Int)]

  init(_ maker: FileMaker) {
    let fields = maker.plan.manifest.fields
    pairs = (0..<max(0, fields.count - 1)).flatMap { first in
      [(first, first + 1), (first + 1, first)].compactMap { text, other in
        Self.isText(text, maker) && (Self.isTyped(other, maker) || Self.isText(other, maker))
          ? (text: text, other: other) : nil
      }
    }
  }

  /// A stretch of at most so many rows.
  func stretch(of count: Int, atMost most: Int, _ draw: inout Draw) -> Stretch? {
    guard !pairs.isEmpty, most >= 3, count > most else { return nil }
    let pair = draw.pick(pairs)
    let length = draw.number(3...most)
    let start = draw.below(count - length)
    return Stretch(rows: start..<start + length, text: pair.text, other: pair.other)
  }

  /// A column of any text.
  private static func isText(_ index: Int, _ maker: FileMaker) -> Bool {
    let rules = maker.plan.manifest.fields[index].constraints
    return isFree(index, maker) && maker.plan.manifest.fields[index].type == .string
      && rules.pattern == nil && rules.minimumLength == nil && (rules.maximumLength ?? 99) >= 20
      && maker.plan.manifest.fields[index].checks.isEmpty
      && maker.plan.manifest.fields[index].codeTable == nil && rules.allowed.isEmpty
  }

  /// A column that takes no text.
  private static func isTyped(_ index: Int, _ maker: FileMaker) -> Bool {
    let field = maker.plan.manifest.fields[index]
    return isFree(index, maker) && field.type != .string && field.type != .boolean
      && field.severity == .error
  }

  private static func isFree(_ index: Int, _ maker: FileMaker) -> Bool {
    let field = maker.plan.manifest.fields[index]
    return !maker.faults.maker.isFixed(index) && !maker.print.isOfPartition(index)
      && field.missingValues == nil && field.normalizations.isEmpty && field.isTrimmed
      && !maker.plan.manifest.hashExclusions.contains(field.name)
  }
}

extension FileMaker {
  /// A row with two columns exchanged; nil where nobody can say what becomes of it.
  func exchanged(_ row: DemoRow, _ number: Int, _ stretch: ColumnExchange.Stretch) -> WrittenRow? {
    let fields = plan.manifest.fields
    let (text, other) = (fields[stretch.text], fields[stretch.other])
    guard case .text(let words) = row.values[stretch.text],
      words.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }),
      !plan.manifest.missingValues.contains(words)
    else { return nil }
    var outcome = faults.outcome(of: row)
    if other.type == .string {
      guard case .text(let others) = row.values[stretch.other], !others.isEmpty,
        !plan.manifest.missingValues.contains(others),
        others.unicodeScalars.count <= text.constraints.maximumLength ?? .max,
        words.unicodeScalars.count <= other.constraints.maximumLength ?? .max
      else { return nil }
    } else {
      outcome.reasons = ["type-\(other.type.rawValue)"]
      if row.values[stretch.other] == .none, text.constraints.isRequired {
        outcome.reasons.append("required")
      }
      outcome.unit = nil
    }
    var draw = Draw(cellStream, number)
    var cells = faults.cells(row, &draw)
    let good = cells
    cells.swapAt(stretch.text, stretch.other)
    var kept = row
    kept.values.swapAt(stretch.text, stretch.other)
    return WrittenRow(
      cells: cells, geometry: row.geometry, line: line(number, outcome, kept, as: []),
      number: number, faults: ["columnsExchanged:\(text.name):\(other.name)"],
      origins: CellOrigins(row.values, good: good, written: cells))
  }
}
