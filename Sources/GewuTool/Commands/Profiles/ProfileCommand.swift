import ArgumentParser
import Gewu
import Words

/// The command `gewu profile`.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", words: Help.Profile.command,
    subcommands: [ProfileShowCommand.self, ProfileCountCommand.self],
    defaultSubcommand: ProfileShowCommand.self)
}

/// The command `gewu profile count`.
struct ProfileCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", words: Help.Profile.count)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Profile.rules))
  var rules: String?

  @Option(help: .words(Help.Profile.countAt))
  var at: String?

  func run() throws {
    let report = try store.open().countProfile(by: rules ?? District.profileRules, at: at)
    try answer.write(report, else: report.summary)
  }
}

/// The command `gewu profile show`.
struct ProfileShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", words: Help.Profile.show)

  /// In which form the cells are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
  }

  @OptionGroup var store: StoreOptions

  @Argument(help: .words(Help.Profile.code))
  var code: String?

  @Option(help: .words(Help.Shared.net))
  var net: String?

  @Option(help: .words(Help.Profile.at))
  var at: String?

  @Option(help: .words(Help.Profile.level))
  var level: String?

  @Option(help: .words(Help.Profile.column))
  var column: [String] = []

  @Option(help: .words(Help.Profile.format))
  var format = Format.table

  @Option(help: .words(Help.Profile.purpose))
  var purpose: String?

  func run() throws {
    let found = try store.open().profile(
      ProfileQuestion(net: net, date: at, code: code, level: level, columns: column),
      for: purpose.map { try ReadPurpose($0) })
    switch format {
    case .table: try StandardOutput.write(found.summary)
    case .csv: try StandardOutput.write(ProfileCSVWriter(found).bytes)
    case .json: try StandardOutput.write(JSONLine.text(of: found))
    }
  }
}
