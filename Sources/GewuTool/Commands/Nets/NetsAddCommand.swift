import ArgumentParser
import Gewu
import Words

/// The command `gewu nets add`.
struct NetsAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", words: Help.NetsAdd.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var names: NetNames

  @Argument(help: .words(Help.NetsAdd.name))
  var name: String

  @Option(help: .words(Help.NetsAdd.levels))
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
