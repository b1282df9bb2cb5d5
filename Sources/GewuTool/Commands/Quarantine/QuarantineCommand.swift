import ArgumentParser

/// The command `gewu quarantine`.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "List the rows that were refused, send them back, try them again, give them up.",
    subcommands: [
      QuarantineListCommand.self, QuarantineExportCommand.self, QuarantineReplayCommand.self,
      QuarantineDiscardCommand.self,
    ])
}
