import ArgumentParser
import Gewu
import Words

/// The command `gewu verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", words: Help.Verify.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Flag(help: .words(Help.Verify.quick))
  var quick = false

  func run() throws {
    let report = try store.open().verify(isQuick: quick)
    try answer.write(report, else: report.summary)
    if !report.isClean { throw ExitCode(ExitStatus.failed) }
  }
}
