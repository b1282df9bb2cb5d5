import ArgumentParser
import Gewu
import Words

/// The command `gewu batches diff`.
struct BatchesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", words: Help.BatchesDiff.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Shared.batch))
  var batch: Int64

  @Argument(help: .words(Help.BatchesDiff.other))
  var other: Int64?

  func run() throws {
    let diff = try store.open().diff(batch: batch, with: other)
    try answer.write(diff, else: diff.summary)
  }
}
