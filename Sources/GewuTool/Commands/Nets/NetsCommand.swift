import ArgumentParser
import Gewu
import Words

/// The command `gewu nets`.
struct NetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nets", words: Help.Nets.command,
    subcommands: [
      NetsListCommand.self, NetsAddCommand.self, NetsSetCommand.self, NetsCrosswalkCommand.self,
    ])
}

/// The command `gewu nets list`.
struct NetsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.Nets.list)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let nets = try store.open().nets()
    try answer.write(nets, else: NetListing.table(of: nets))
  }
}
