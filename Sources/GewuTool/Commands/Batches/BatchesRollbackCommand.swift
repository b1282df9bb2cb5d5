import ArgumentParser
import Gewu
import Words

/// The command `gewu batches rollback`.
struct BatchesRollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "Take a batch back: its rows are as they were before it.",
    discussion: """
      All in one transaction. Rows that a later batch has changed since are kept and counted, and \
      that batch is named: see them first with --dry-run. Nothing is deleted: the versions that are \
      taken back stay in the table of the data set, never current. The file can be imported again.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The number of the batch.")
  var batch: Int64

  @Flag(help: "Say what would be taken back, and change nothing.")
  var dryRun = false

  func run() throws {
    let report = try store.open().rollBack(batch: batch, isDryRun: dryRun)
    try answer.write(report, else: report.summary)
  }
}
