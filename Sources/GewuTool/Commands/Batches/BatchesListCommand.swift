import ArgumentParser
import Gewu

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
    var table = TextTable(BatchListing.columns.map { ($0.name, $0.isNumber ? .right : .left) })
    for batch in batches { table.append(BatchListing.row(of: batch)) }
    try answer.write(batches, else: table.text)
  }
}
