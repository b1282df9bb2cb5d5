import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine`.
struct QuarantineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine",
    abstract: "List the rows that were refused, send them back, try them again, give them up.",
    subcommands: [
      QuarantineListCommand.self, QuarantineExportCommand.self, QuarantineReplayCommand.self,
      QuarantineDiscardCommand.self,
    ])
}

/// Which refused rows a command is about.
struct QuarantineOptions: ParsableArguments {
  @Option(help: "Only those of this batch.")
  var batch: Int64?

  @Option(help: "Only those of this data set.")
  var dataset: String?

  /// The selection.
  var selection: QuarantineSelection { QuarantineSelection(batch: batch, dataset: dataset) }

  func validate() throws {
    if batch != nil, dataset != nil {
      throw ValidationError(Usage.eitherOr("--batch", "--dataset"))
    }
  }
}
