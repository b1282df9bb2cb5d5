import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine discard`.
struct QuarantineDiscardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", words: Help.QuarantineDiscard.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var rows: QuarantineOptions

  @Argument(help: .words(Help.QuarantineDiscard.numbers))
  var numbers: [Int64] = []

  @Option(help: .words(Help.QuarantineDiscard.reason))
  var reason: String

  func validate() throws {
    let isSelected = rows.selection != .all
    if numbers.isEmpty, !isSelected {
      throw ValidationError(Usage.whichRows)
    }
    if !numbers.isEmpty, isSelected {
      throw ValidationError(Usage.numbersOrSelection)
    }
  }

  func run() throws {
    let district = try store.open()
    let count =
      try numbers.isEmpty
      ? district.discard(rows.selection, reason: reason)
      : district.discard(rows: numbers, reason: reason)
    try answer.write(["discarded": count], else: Notices.discarded(count))
  }
}
