import ArgumentParser
import Gewu
import Words

/// The command `gewu nets set`.
struct NetsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change the titles, the code grammar and the household norms of a net.",
    discussion: "Codes that are loaded already are not looked at again.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var names: NetNames

  @Option(help: "How many households an urban grid should have at most.")
  var urbanHouseholds: Int?

  @Option(help: "How many households a rural grid should have at most.")
  var ruralHouseholds: Int?

  @Argument(help: "The name of the net.")
  var name: String

  func validate() throws {
    guard (urbanHouseholds ?? 1) > 0, (ruralHouseholds ?? 1) > 0 else {
      throw ValidationError(Usage.householdNorm)
    }
  }

  func run() throws {
    try store.open().changeNet(
      name, title: names.title, titleChinese: names.titleChinese, codeGrammar: names.codes,
      urbanHouseholds: urbanHouseholds, ruralHouseholds: ruralHouseholds)
  }
}
