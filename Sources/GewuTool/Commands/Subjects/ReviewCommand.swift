import ArgumentParser
import Gewu
import Words

/// The command `gewu review`.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", words: Help.Review.command,
    subcommands: [
      ReviewListCommand.self, ReviewShowCommand.self, ReviewDecideCommand.self,
      ReviewUndoCommand.self, ReviewExportCommand.self,
    ])
}

/// The command `gewu review list`.
struct ReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.Review.list)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Review.kind))
  var kind: String?

  @Option(help: .words(Help.Review.reason))
  var reason: String?

  @Flag(help: .words(Help.Review.items))
  var items = false

  @Option(help: .words(Help.Review.after))
  var after: Int64 = 0

  @Option(help: .words(Help.Review.limit))
  var limit = 100

  func validate() throws {
    guard limit > 0 else { throw ValidationError(Usage.range("--limit", is: limit, from: 1)) }
  }

  func run() throws {
    let district = try store.open()
    if items {
      let found = try district.reviewItems(
        ofKind: kind, reason: reason, after: after, limit: limit)
      try answer.write(found, else: found.table)
    } else {
      let found = try district.reviewGroups(ofKind: kind, reason: reason)
      try answer.write(found, else: found.table)
    }
  }
}
