import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine export`.
struct QuarantineExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", words: Help.QuarantineExport.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var rows: QuarantineOptions

  @Argument(help: .words(Help.QuarantineExport.file))
  var file: String

  @Option(help: .words(Help.QuarantineExport.language))
  var language: Language?

  @Option(help: .words(Help.Shared.purpose))
  var purpose: String

  @Flag(help: .words(Help.Shared.unguarded))
  var unguarded = false

  func validate() throws {
    if rows.selection == .all { throw ValidationError(Usage.whoseRows) }
  }

  func run() throws {
    let language = language ?? Invocation.current.language
    let count = try store.open().exportQuarantine(
      rows.selection, to: file, inChinese: language == .chinese, purpose: ReadPurpose(purpose),
      isGuarded: !unguarded
    ) { QuarantineWords.cell(of: $0, $1, language) }
    StandardError.say(Notices.exported(count, to: file))
  }
}
