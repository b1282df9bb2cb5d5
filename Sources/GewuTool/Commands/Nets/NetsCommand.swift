import ArgumentParser

/// The command `gewu nets`.
struct NetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nets", abstract: "List, add, change and compare the nets of cells.",
    discussion: """
      A net is a coverage with levels, generations and a code grammar of its own: the base grids, \
      police beats, school districts. The net "base" always exists, and is meant where a command \
      names none with --net.
      """,
    subcommands: [
      NetsListCommand.self, NetsAddCommand.self, NetsSetCommand.self, NetsCrosswalkCommand.self,
    ])
}
