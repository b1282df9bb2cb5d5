import ArgumentParser
import Gewu
import Words

/// The command `gewu quarantine replay`.
struct QuarantineReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", words: Help.QuarantineReplay.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var rows: QuarantineOptions

  @Option(help: .words(Help.QuarantineReplay.file))
  var file: String?

  @OptionGroup var manifests: ManifestOptions

  @Flag(help: .words(Help.Shared.dryRun))
  var dryRun = false

  func run() throws {
    let district = try store.open()
    if !dryRun { try district.keep(wordings: ReasonWords.catalogue) }
    let version = Version.current
    Interrupt.watch()
    let isRefused: Bool
    if let file {
      let report = try district.replay(
        correctedFile: file, rows.selection, manifests: manifests.path, isDryRun: dryRun,
        toolVersion: version, isCancelled: { Interrupt.isRequested })
      try answer.write(ReplayDocument(report), else: report.summary)
      isRefused = report.hasQuarantined
    } else {
      let outcome = try district.replay(
        rows.selection, manifests: manifests.path, isDryRun: dryRun, toolVersion: version,
        isCancelled: { Interrupt.isRequested })
      try answer.write(ReplayOutcomeDocument(outcome), else: outcome.summary)
      isRefused = outcome.hasQuarantined
    }
    if isRefused { throw ExitCode(ExitStatus.quarantined) }
  }
}
