import ArgumentParser
import Gewu
import Words

/// The command `gewu grids`.
struct GridsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grids",
    abstract: "Load, check, compare, activate, list, show, export and index boundaries.",
    subcommands: [
      GridsLoadCommand.self, GridsCheckCommand.self, GridsActivateCommand.self,
      GridsDiffCommand.self, GridsListCommand.self, GridsShowCommand.self, GridsExportCommand.self,
      GridsIndexCommand.self,
    ])
}

/// The command `gewu grids show`.
struct GridsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one cell and the cells above it.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: "The code of the cell.")
  var code: String

  @Option(help: "The level, where cells of several levels have the code.")
  var level: String?

  func run() throws {
    let detail = try store.open().snapshot(net: net.net).grid(code: code, level: level)
    try answer.write(detail, else: detail.summary)
  }
}
