import ArgumentParser
import Gewu
import Words

/// The command `gewu attach`.
struct AttachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", words: Help.Attach.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Attach.dataset))
  var dataset: String?

  @Flag(help: .words(Help.Attach.all))
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
