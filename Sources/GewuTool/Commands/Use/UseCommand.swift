import ArgumentParser
import Gewu
import Words

/// The command `gewu use`.
struct UseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", words: Help.Use.command,
    subcommands: [
      UseJudgeCommand.self, UseListCommand.self, UseShowCommand.self, UseDecideCommand.self,
      UsePrecisionCommand.self,
    ])
}

/// The command `gewu use judge`.
struct UseJudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "judge", words: Help.Use.judge)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Use.rules))
  var rules: String?

  @Option(help: .words(Help.Use.at))
  var at: String?

  func run() throws {
    let report = try store.open().judgeUse(by: rules ?? District.useRules, at: at)
    try answer.write(report, else: report.summary)
  }
}

extension UseQuestion.List: ExpressibleByArgument {}
extension UseItem.State: ExpressibleByArgument {}
extension UseVerdict: ExpressibleByArgument {}

/// The command `gewu use list`.
struct UseListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", words: Help.Use.list)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Use.which))
  var list: UseQuestion.List?

  @Option(help: .words(Help.Use.state))
  var state: UseItem.State?

  @Option(help: .words(Help.Use.cell))
  var cell: String?

  @Option(help: .words(Help.Use.limit))
  var limit = 100

  func validate() throws {
    guard limit > 0 else { throw ValidationError(Usage.range("--limit", is: limit, from: 1)) }
  }

  func run() throws {
    let found = try store.open().useItems(
      UseQuestion(list: list, state: state, cell: cell, limit: limit))
    try answer.write(found, else: found.table)
  }
}

/// The command `gewu use show`.
struct UseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", words: Help.Use.show)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Use.item))
  var item: String

  @Option(help: .words(Help.Use.purpose))
  var purpose: String?

  func run() throws {
    let found = try store.open().useItem(item, for: purpose.map { try ReadPurpose($0) })
    try answer.write(found, else: found.summary)
  }
}

/// The command `gewu use decide`.
struct UseDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "decide", words: Help.Use.decide)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Use.item))
  var item: String

  @Argument(help: .words(Help.Use.verdict))
  var verdict: UseVerdict

  @Option(help: .words(Help.Use.reason))
  var reason: String

  @Option(help: .words(Help.Use.until))
  var until: String?

  func run() throws {
    let found = try store.open().decideUse(item, verdict, reason: reason, until: until)
    try answer.write(found, else: found.summary)
  }
}

/// The command `gewu use precision`.
struct UsePrecisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "precision", words: Help.Use.precision)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let found = try store.open().usePrecision()
    try answer.write(found, else: found.table)
  }
}
