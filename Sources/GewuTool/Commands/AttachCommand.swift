import ArgumentParser
import Gewu
import Words

/// The command `gewu attach`.
struct AttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Attach rows and reports to the active generation again.",
    discussion: """
      After a new generation is active, rows keep the grid that they were attached to, until they \
      are attached again. Only what is in another grid is written, one transaction a data set; the \
      view earlier_grid remembers the grids before.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: "Only the rows of this data set.")
  var dataset: String?

  @Flag(help: "The rows of all data sets, and the reports.")
  var all = false

  func validate() throws {
    guard (dataset != nil) != all else {
      throw ValidationError(Usage.whoseAttachment)
    }
  }

  func run() throws {
    let reports = try store.open().attach(dataset: dataset)
    try answer.write(reports, else: reports.summary)
  }
}
