import ArgumentParser
import Gewu
import Words

/// The command `gewu addresses`.
struct AddressesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "addresses", words: Help.Addresses.command,
    subcommands: [
      AddressesLoadCommand.self, AddressesListCommand.self, AddressesShowCommand.self,
      AddressesHistoryCommand.self, AddressesMatchCommand.self,
    ])
}

/// The command `gewu addresses load`.
struct AddressesLoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", words: Help.Addresses.load)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Addresses.rules))
  var rules: String?

  func run() throws {
    let report = try store.open().loadAddresses(by: rules)
    try answer.write(report, else: report.summary)
  }
}

/// The command `gewu addresses list`.
struct AddressesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.Addresses.list)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Addresses.with))
  var with: [String] = []

  @Option(help: .words(Help.Addresses.status))
  var status: String?

  @Option(help: .words(Help.Addresses.after))
  var after: String?

  @Option(help: .words(Help.Addresses.limit))
  var limit = 100

  func validate() throws {
    guard limit > 0 else { throw ValidationError(Usage.range("--limit", is: limit, from: 1)) }
    _ = try elements()
  }

  func run() throws {
    let found = try store.open().addresses(
      with: elements(), status: status, after: after, limit: limit)
    try answer.write(found, else: AddressListing.table(of: found))
  }

  private func elements() throws -> [(name: String, text: String)] {
    try with.map { part in
      guard let sign = part.firstIndex(of: "="), sign > part.startIndex else {
        throw ValidationError(Usage.element(part))
      }
      return (String(part[..<sign]), String(part[part.index(after: sign)...]))
    }
  }
}

/// The command `gewu addresses show`.
struct AddressesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", words: Help.Addresses.show)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Addresses.code))
  var code: String

  func run() throws {
    guard let state = try store.open().history(ofAddress: code).last else { return }
    try answer.write(state, else: AddressListing.details(of: state))
  }
}

/// The command `gewu addresses history`.
struct AddressesHistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", words: Help.Addresses.history)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Addresses.code))
  var code: String

  func run() throws {
    let states = try store.open().history(ofAddress: code)
    try answer.write(states, else: AddressListing.history(of: states))
  }
}

/// The command `gewu addresses match`.
struct AddressesMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", words: Help.Addresses.match)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Addresses.dataset))
  var dataset: String?

  func run() throws {
    let reports = try store.open().matchRows(dataset: dataset)
    try answer.write(reports, else: reports.summary)
  }
}
