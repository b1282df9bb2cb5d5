import ArgumentParser

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
