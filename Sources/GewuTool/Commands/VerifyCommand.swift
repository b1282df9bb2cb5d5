import ArgumentParser
import Gewu
import Words

/// The command `gewu verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Examine the store: the file, its indexes, the accounts of all batches.",
    discussion: """
      Every batch's identity, the versions of rows that it brought and ended, unique keys, refused \
      rows, attachments, what is staged, spatial indexes, and the archive of source files. Changes \
      nothing, and may run while the store is in use. Ends with 1 where anything is wrong.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Flag(help: "Take the contents of SQLite's own indexes on trust.")
  var quick = false

  func run() throws {
    let report = try store.open().verify(isQuick: quick)
    try answer.write(report, else: report.summary.english)
    if !report.isClean { throw ExitCode(ExitStatus.failed) }
  }
}
