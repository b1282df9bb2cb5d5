import ArgumentParser
import Gewu
import Words

/// The command `gewu grids restore`.
struct GridsRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", words: Help.GridsRestore.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.GridsRestore.generation))
  var generation: Int64

  @Flag(help: .words(Help.GridsRestore.activate))
  var activate = false

  @Flag(help: .words(Help.Shared.allowInvalid))
  var allowInvalid = false

  @OptionGroup var shrink: ShrinkOption

  func run() throws {
    do {
      let report = try store.open().restoreGrids(
        of: generation, activates: activate, allowInvalid: allowInvalid,
        maximumShrink: shrink.share)
      try answer.write(report, else: report.summary)
    } catch let refusal as InvalidCoverage {
      // A reader that has seen enough does not turn a refusal into a success.
      try? answer.write(refusal.report, else: refusal.report.summary)
      throw refusal
    }
  }
}
