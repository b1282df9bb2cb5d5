import ArgumentParser
import Gewu
import Words

/// The command `gewu batches diff`.
struct BatchesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare what a data set was after two of its batches.",
    discussion: """
      +added ~changed =unchanged −removed, in how many rows each field changed, some of the \
      differences, the grids whose number of rows changed most, and the reasons of refused rows. \
      Sensitive values are masked.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The number of a batch.")
  var batch: Int64

  @Argument(help: "Another batch of the same data set; else the one before.")
  var other: Int64?

  func run() throws {
    let diff = try store.open().diff(batch: batch, with: other)
    try answer.write(diff, else: diff.summary)
  }
}
