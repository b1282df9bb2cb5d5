import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine`.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine", words: Help.Quarantine.command,
    subcommands: [
      QuarantineListCommand.self, QuarantineExportCommand.self, QuarantineReplayCommand.self,
      QuarantineDiscardCommand.self,
    ])
}

/// Which refused rows a command is about.
struct QuarantineOptions: ParsableArguments {
  @Option(help: .words(Help.Quarantine.batch))
  var batch: Int64?

  @Option(help: .words(Help.Quarantine.dataset))
  var dataset: String?

  /// The selection.
  var selection: QuarantineSelection { QuarantineSelection(batch: batch, dataset: dataset) }

  func validate() throws {
    if batch != nil, dataset != nil {
      throw ValidationError(Usage.eitherOr("--batch", "--dataset"))
    }
  }
}
