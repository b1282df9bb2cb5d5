import Tabular

/// Writes a profile as CSV: a row each cell, the counts of the columns that were asked for, and behind them those in no lowest cell.
///
/// What is withheld is empty. Names that spreadsheet programs would take for formulas get an apostrophe in front.
package struct ProfileCSVWriter: Sendable {
  private let answer: ProfileAnswer

  package init(_ answer: ProfileAnswer) { self.answer = answer }

  /// The document in UTF-8, its lines ended by LF.
  package var bytes: [UInt8] {
    var writer = CSVWriter(isGuarded: true)
    let names = answer.shown.map(\.name)
    writer.write(
      ["net", "as_of", "level", "code", "name"] + names + names.map { "\($0)_unplaced" })
    for cell in answer.cells {
      let text = { (count: Int??) in (count ?? nil).map { "\($0)" } ?? "" }
      writer.write(
        [answer.net, answer.asOf, cell.level, cell.code, cell.name ?? ""]
          + names.map { text(cell.counts[$0]) } + names.map { text(cell.unplaced[$0]) })
    }
    return writer.take()
  }
}
