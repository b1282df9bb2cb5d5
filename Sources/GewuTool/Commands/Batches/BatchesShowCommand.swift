import ArgumentParser
import Gewu

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
    let details = BatchListing.details(of: found).map { name, value in
      "  " + name + String(repeating: " ", count: max(2, 12 - name.count)) + value
    }
    try answer.write(
      found, else: ([BatchListing.summary(of: found)] + details).joined(separator: "\n"))
  }
}
