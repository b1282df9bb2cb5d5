import ArgumentParser
import Gewu

/// The command `gewu nets list`.
struct NetsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the nets with their levels and active generations.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let nets = try store.open().nets()
    var table = TextTable(NetSummary.columns.map { ($0, $0 == "generation" ? .right : .left) })
    for net in nets { table.append(net.row(inChinese: Language.isChinese)) }
    try answer.write(nets, else: table.text)
  }
}
