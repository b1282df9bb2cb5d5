import ArgumentParser
import Gewu

/// The command `gewu batches discard`.
struct BatchesDiscardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Throw away what an interrupted import has staged.",
    discussion: """
      A large import that was interrupted leaves rows that are staged and not published; running it \
      again goes on from there. This gives their room back instead. What is published is not touched.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The number of the staged batch.")
  var batch: Int64

  func run() throws {
    let discarded = try store.open().discardStage(batch: batch)
    try answer.write(discarded, else: BatchListing.discarding(of: discarded))
  }
}
