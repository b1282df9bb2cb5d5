import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine export`.
struct QuarantineExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write refused rows to a file in the department's own layout, to be sent back.",
    discussion: """
      The department's columns as they came, then the reasons and the number of each row (gewu_id), \
      by which `gewu quarantine replay --file` knows it again once it is corrected. The file holds \
      the rows' values as they came, personal data included: it is for the department that sent them.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var rows: QuarantineOptions

  @Argument(help: "The file: .xlsx or .csv.")
  var file: String

  @Option(help: "The language of the reasons: zh, en; else that of the environment.")
  var language: Language?

  func validate() throws {
    if rows.selection == .all { throw ValidationError(Usage.whoseRows) }
  }

  func run() throws {
    let language = language ?? Invocation.current.language
    let count = try store.open().exportQuarantine(
      rows.selection, to: file, inChinese: language == .chinese)
    StandardError.say(Notices.exported(count, to: file))
  }
}
