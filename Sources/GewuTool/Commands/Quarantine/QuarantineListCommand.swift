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
    commandName: "list", words: Help.QuarantineList.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var rows: QuarantineOptions

  @Option(help: .words(Help.QuarantineList.by))
  var by = Grouping.row

  @Option(help: .words(Help.QuarantineList.limit))
  var limit = 100

  @Option(help: .words(Help.QuarantineList.offset))
  var offset = 0

  @Option(help: .words(Help.QuarantineList.purpose))
  var purpose: String?

  func validate() throws {
    if purpose != nil, !answer.json || by == .reason {
      throw ValidationError(Usage.purposeOfNothing)
    }
  }

  func run() throws {
    let district = try store.open()
    if by == .reason {
      let counts = try district.quarantineReasons(rows.selection)
      if !answer.json, counts.isEmpty { return }
      return try answer.write(counts.map(\.answer), else: QuarantineListing.table(of: counts))
    }
    if let purpose {
      let unmasked = try district.unmaskedQuarantinedRows(
        batch: rows.batch, dataset: rows.dataset, limit: limit, offset: offset,
        for: ReadPurpose(purpose))
      return try StandardOutput.write(JSONLine.text(of: unmasked.map(\.unmaskedAnswer)))
    }
    let refused = try district.quarantinedRows(
      batch: rows.batch, dataset: rows.dataset, limit: limit, offset: offset, withText: false)
    if !answer.json, refused.isEmpty { return }
    try answer.write(refused.map(\.answer), else: QuarantineListing.lines(of: refused))
  }
}
