import Gewu
import Words

/// Where an import says what became of its files.
///
/// A reader that goes away, as in `gewu import FOLDER --json | head -1`, must not leave the rest of
/// the files behind: from then on nothing is written, and the imports go on.
final class ImportOutput {
  private let answer: AnswerOptions
  private let isSingle: Bool
  private var isOpen = true
  /// Whether something could not be written though somebody wants it, as on a full disk.
  private(set) var hasFailed = false

  /// - Parameter isSingle: whether there is one file, which needs no table.
  init(_ answer: AnswerOptions, isSingle: Bool) {
    self.answer = answer
    self.isSingle = isSingle
  }

  /// Writes the report of one file: a line of JSON, or a summary where it is the only one.
  func write(_ report: ImportRun.Outcome, of name: String) {
    if answer.json || isSingle {
      attempt { try answer.write(report, else: report.summary) }
    } else if let note = report.stageNote {
      StandardError.say("\(name): \(note)")
    }
  }

  /// Writes the table of several files.
  func finish(_ run: ImportRun) {
    guard !answer.json, !isSingle, !run.rows.isEmpty else { return }
    var table = TextTable(ImportRun.columns.map { ($0.name, $0.isNumber ? .right : .left) })
    for row in run.rows { table.append(row) }
    attempt { try StandardOutput.write(table.text + "\n") }
  }

  /// Writes the summary of the run into a file.
  func write(_ run: ImportRun, to path: String) throws {
    let sink = try ByteSink(path)
    try sink.write(Array(try JSONLine.text(of: run).utf8))
    try sink.finish()
  }

  private func attempt(_ work: () throws -> Void) {
    guard isOpen else { return }
    do {
      try work()
    } catch is StandardOutput.BrokenPipe {
      isOpen = false
    } catch {
      (isOpen, hasFailed) = (false, true)
      StandardError.say(
        "gewu: \(Words.wording(of: error).english); the imports go on without it")
    }
  }
}
