import ArgumentParser
import Gewu
import Words

/// The command `gewu grids`.
struct GridsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grids", words: Help.Grids.command,
    subcommands: [
      GridsLoadCommand.self, GridsCheckCommand.self, GridsAcceptCommand.self,
      GridsActivateCommand.self, GridsRestoreCommand.self, GridsDiffCommand.self,
      GridsListCommand.self, GridsShowCommand.self, GridsExportCommand.self, GridsIndexCommand.self,
    ])
}

/// The command `gewu grids show`.
struct GridsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", words: Help.GridsShow.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: .words(Help.GridsShow.code))
  var code: String

  @Option(help: .words(Help.GridsShow.level))
  var level: String?

  @Option(help: .words(Help.Grids.generation))
  var generation: Int64?

  func run() throws {
    let detail = try store.open().snapshot(net: net.net, generation: generation)
      .grid(code: code, level: level)
    try answer.write(detail, else: detail.summary)
  }
}
