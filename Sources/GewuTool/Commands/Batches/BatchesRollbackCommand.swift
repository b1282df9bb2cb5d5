import ArgumentParser
import Gewu
import Words

/// The command `gewu batches rollback`.
struct BatchesRollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", words: Help.BatchesRollback.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Shared.batch))
  var batch: Int64

  @Flag(help: .words(Help.BatchesRollback.dryRun))
  var dryRun = false

  func run() throws {
    let report = try store.open().rollBack(batch: batch, isDryRun: dryRun)
    try answer.write(report, else: report.summary)
  }
}
