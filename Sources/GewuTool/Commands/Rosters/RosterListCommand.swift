import ArgumentParser
import Gewu
import Words

/// The command `gewu roster list`.
struct RosterListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.RosterList.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: RosterOptions

  func run() throws {
    let roster = try options.roster(of: store.open(), needsNorm: false)
    try answer.write(roster, else: roster.listing)
  }
}

/// The command `gewu roster check`.
struct RosterCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", words: Help.RosterCheck.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var options: RosterOptions

  func run() throws {
    var roster = try options.roster(of: store.open(), needsNorm: true)
    let summary = roster.summary
    roster.posts = []
    try answer.write(roster, else: summary)
    if !roster.findings.isEmpty { throw ExitCode(ExitStatus.failed) }
  }
}
