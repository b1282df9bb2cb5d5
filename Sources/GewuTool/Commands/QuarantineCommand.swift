import ArgumentParser
import Gewu

/// The command `gewu quarantine`.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine", abstract: "List the rows that were refused, with every reason.",
    subcommands: [List.self])

  /// The command `gewu quarantine list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List refused rows: their place in the file and every reason.",
      discussion: "The text shows no row's content; --json does, and may hold personal data.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var answer: AnswerOptions

    @Option(help: "Only those of this batch.")
    var batch: Int64?

    @Option(help: "Only those of this data set.")
    var dataset: String?

    @Option(help: "At most so many rows.")
    var limit = 100

    @Option(help: "Leave out so many rows first.")
    var offset = 0

    func run() throws {
      let rows = try store.open().quarantinedRows(
        batch: batch, dataset: dataset, limit: limit, offset: offset)
      let lines = rows.flatMap { QuarantineListing.lines(of: $0, inChinese: Language.isChinese) }
      if !answer.json, lines.isEmpty { return }
      try answer.write(rows, else: lines.joined(separator: "\n"))
    }
  }
}
