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
  var language: Language.Name?

  func validate() throws {
    if rows.selection == .all { throw ValidationError("say whose rows: --batch or --dataset") }
  }

  func run() throws {
    let isChinese = language.map { $0 == .zh } ?? Language.isChinese
    let count = try store.open().exportQuarantine(
      rows.selection, to: file, inChinese: isChinese
    ) { QuarantineWords.cell(of: $0, $1, isChinese ? .chinese : .english) }
    StandardError.say(
      "\(file): \(count) refused rows with their values as they came; send it only to the "
        + "department that they are from")
  }
}
