import ArgumentParser
import Gewu
import Words

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

/// The command `gewu nets list`.
struct NetsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the nets with their levels and active generations.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let nets = try store.open().nets()
    try answer.write(nets, else: NetListing.table(of: nets))
  }
}
