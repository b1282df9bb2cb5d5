import ArgumentParser
import Gewu
import Words

/// The command `gewu batches`.
struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches",
    abstract: "List the loads of files, show one, compare two, take one back.",
    subcommands: [
      BatchesListCommand.self, BatchesShowCommand.self, BatchesDiffCommand.self,
      BatchesRollbackCommand.self, BatchesDiscardCommand.self,
    ])
}

/// The command `gewu batches list`.
struct BatchesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the batches, the latest first.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: "Only those of this data set.")
  var dataset: String?

  @Option(help: "At most so many.")
  var limit = 100

  func run() throws {
    let batches = try store.open().batches(dataset: dataset, limit: limit)
    try answer.write(batches, else: BatchListing.table(of: batches))
  }
}

/// The command `gewu batches show`.
struct BatchesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one batch: its file, its manifest, and every row's fate."
  )

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The number of the batch.")
  var batch: Int64

  func run() throws {
    let found = try store.open().batch(batch)
    try answer.write(found, else: BatchListing.details(of: found))
  }
}

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
