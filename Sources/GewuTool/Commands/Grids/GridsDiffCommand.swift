import ArgumentParser
import Gewu
import Words

/// The command `gewu grids diff`.
struct GridsDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two generations of boundaries.",
    discussion: """
      Lists, level by level, the cells that are added, gone, redrawn (with the area lost and won), \
      renamed, under another cell or under another code; then how many current rows of each data \
      set, and how many reports, are in another cell of the second generation than of the first. \
      Neither generation need be active.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The generation before.")
  var from: Int64

  @Argument(help: "The generation after.")
  var to: Int64

  @Option(help: "The most pairs of cells that are listed a data set.")
  var pairs = 20

  func validate() throws {
    guard pairs >= 0 else {
      throw ValidationError(
        Usage.range("--pairs", is: "\(pairs)", Wording("0 or more", " 0 或更大的数")))
    }
  }

  func run() throws {
    let diff = try store.open().diffGrids(from: from, to: to, pairs: pairs)
    try answer.write(diff, else: diff.summary)
  }
}
