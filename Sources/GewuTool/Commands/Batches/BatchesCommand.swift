import ArgumentParser

/// The command `gewu batches`.
struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches",
    abstract: "List the loads of files, show one, compare two, take one back.",
    subcommands: [
      BatchesListCommand.self, BatchesShowCommand.self, BatchesDiffCommand.self,
      BatchesRollbackCommand.self, BatchesDiscardCommand.self,
    ])
}
