import ArgumentParser
import Gewu
import Words

/// The command `gewu grids index`.
struct GridsIndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", words: Help.GridsIndex.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: .words(Help.Shared.file))
  var file: String

  @Option(help: .words(Help.Grids.netLevel))
  var level: String?

  @Option(help: .words(Help.GridsIndex.at))
  var at: String?

  func run() throws {
    let written = try store.open().writeIndex(to: file, net: net.net, level: level, at: at)
    try answer.write(written, else: written.summary)
  }
}
