import ArgumentParser
import Gewu
import Words

/// The command `gewu nets add`.
struct NetsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a net with levels of its own.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var names: NetNames

  @Argument(help: "The name, such as police.")
  var name: String

  @Option(help: "The names of its levels with commas, top first.")
  var levels: String

  func run() throws {
    let district = try store.open()
    let levels = levels.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    try district.addNet(
      name, title: names.title, titleChinese: names.titleChinese, codeGrammar: names.codes,
      levels: levels)
    try StandardOutput.write(Notices.added(net: name, levels: levels))
  }
}
