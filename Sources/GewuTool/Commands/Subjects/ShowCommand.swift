import ArgumentParser
import Gewu
import Words

/// The command `gewu show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", words: Help.Show.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Show.key))
  var key: String

  @Flag(help: .words(Help.Show.trace))
  var trace = false

  @Option(help: .words(Help.Show.purpose))
  var purpose: String?

  func run() throws {
    let found = try store.open().subject(
      key, for: purpose.map { try ReadPurpose($0) }, isTraced: trace)
    try answer.write(found, else: found.summary)
  }
}
