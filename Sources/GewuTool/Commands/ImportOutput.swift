import Gewu
import Intake
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
  func write(_ report: ImportReport, of name: String) {
    if answer.json || isSingle {
      attempt { try answer.write(ImportDocument(report), else: report.summary) }
    } else if let note = report.stageNote {
      StandardError.say(Notices.about(name, note))
    }
  }

  /// Writes the table of several files.
  func finish(_ run: ImportRun) {
    guard !answer.json, !isSingle else { return }
    attempt { try StandardOutput.write(ImportListing.table(of: run)) }
  }

  /// Writes the summary of the run into a file.
  func write(_ run: ImportRun, to sink: ByteSink) throws {
    let document = ImportRunDocument(run) { error in
      Failure(error, of: ImportCommand.self).message ?? Words.wording(of: error)
    }
    try sink.write(Array(try JSONLine.text(of: document).utf8))
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
      StandardError.warn(Notices.unwritten(because: Failure.wording(of: error)))
    }
  }
}
