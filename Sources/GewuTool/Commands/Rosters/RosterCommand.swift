import ArgumentParser
import Gewu
import Rosters
import Words

/// The command `gewu roster`.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", words: Help.Roster.command,
    subcommands: [RosterListCommand.self, RosterCheckCommand.self, RosterSignCommand.self])
}

/// Which posts a command is about.
struct RosterOptions: ParsableArguments {
  @OptionGroup var net: NetOptions

  @Option(help: .words(Help.Roster.at))
  var at: String?

  @Option(help: .words(Help.Roster.norm))
  var norm: String?

  @Option(help: .words(Help.Roster.level))
  var level: String?

  func roster(of district: District, needsNorm: Bool) throws -> RosterAnswer {
    try district.roster(
      net: net.net, at: at, norm: norm.map { try District.norm($0) }, level: level,
      needsNorm: needsNorm)
  }
}
