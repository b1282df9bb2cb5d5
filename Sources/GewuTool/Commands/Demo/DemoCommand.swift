import ArgumentParser

/// The command `gewu demo`.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a fictional district with its departments' files, and check an import of them.",
    subcommands: [DemoMakeCommand.self, DemoCheckCommand.self])
}
