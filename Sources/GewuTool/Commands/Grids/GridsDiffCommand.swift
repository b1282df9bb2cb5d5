import ArgumentParser
import Gewu
import Words

/// The command `gewu grids diff`.
struct GridsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", words: Help.GridsDiff.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.GridsDiff.from))
  var from: Int64

  @Argument(help: .words(Help.GridsDiff.to))
  var to: Int64

  @Option(help: .words(Help.GridsDiff.pairs))
  var pairs = 20

  func validate() throws {
    guard pairs >= 0 else {
      throw ValidationError(Usage.range("--pairs", is: pairs, from: 0))
    }
  }

  func run() throws {
    let diff = try store.open().diffGrids(from: from, to: to, pairs: pairs)
    try answer.write(diff, else: diff.summary)
  }
}
