import ArgumentParser
import Gewu
import Words

/// The command `gewu nets set`.
struct NetsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", words: Help.NetsSet.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var names: NetNames

  @Option(help: .words(Help.NetsSet.urbanHouseholds))
  var urbanHouseholds: Int?

  @Option(help: .words(Help.NetsSet.ruralHouseholds))
  var ruralHouseholds: Int?

  @Option(help: .words(Help.NetsSet.roster))
  var roster: String?

  @Argument(help: .words(Help.NetsSet.name))
  var name: String

  func validate() throws {
    guard (urbanHouseholds ?? 1) > 0, (ruralHouseholds ?? 1) > 0 else {
      throw ValidationError(Usage.householdNorm)
    }
  }

  func run() throws {
    let district = try store.open()
    if let roster { try district.setRosterNorm(roster, ofNet: name) }
    try district.changeNet(
      name, title: names.title, titleChinese: names.titleChinese, codeGrammar: names.codes,
      urbanHouseholds: urbanHouseholds, ruralHouseholds: ruralHouseholds)
  }
}
