import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine list`.
struct QuarantineListCommand: ParsableCommand {
  /// What the list is of.
  enum Grouping: String, ExpressibleByArgument {
    case row, reason
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List refused rows: their place in the file and every reason.",
    discussion: """
      Only rows that nobody has dealt with. The text shows no row's content; --json does, and may \
      hold personal data. With --by reason: how many rows each data set has for each reason.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var rows: QuarantineOptions

  @Option(help: "A line each row, or one each reason: row, reason.")
  var by = Grouping.row

  @Option(help: "At most so many rows.")
  var limit = 100

  @Option(help: "Leave out so many rows first.")
  var offset = 0

  func run() throws {
    let district = try store.open()
    if by == .reason {
      let counts = try district.quarantineReasons(rows.selection)
      if !answer.json, counts.isEmpty { return }
      return try answer.write(counts, else: QuarantineListing.table(of: counts))
    }
    let refused = try district.quarantinedRows(
      batch: rows.batch, dataset: rows.dataset, limit: limit, offset: offset)
    if !answer.json, refused.isEmpty { return }
    try answer.write(refused, else: QuarantineListing.lines(of: refused))
  }
}
