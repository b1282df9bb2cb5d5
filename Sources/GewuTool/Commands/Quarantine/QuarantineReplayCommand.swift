import ArgumentParser
import Gewu

/// The command `gewu quarantine replay`.
struct QuarantineReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Try refused rows again: after a rule or code table changed, or as corrected.",
    discussion: """
      The rows of each batch are read again by the manifests of today, as a batch of their own with \
      full accounting: read = inserted + updated + unchanged + duplicate + quarantined + blank. Rows \
      that fail again stay open under their number, with their new reasons. Rows as they were kept \
      never replace rows of later batches.

      With --file the rows come from a file that a department has corrected: one that `gewu \
      quarantine export` wrote, or one in the department's own layout, whose rows are then known by \
      their keys.

      Ends with 3 where rows were refused again.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var rows: QuarantineOptions

  @Option(help: "A file with the rows as they were corrected.")
  var file: String?

  @OptionGroup var manifests: ManifestOptions

  @Flag(help: "Do everything, but keep nothing.")
  var dryRun = false

  func run() throws {
    let district = try store.open()
    let version = Version.current
    Interrupt.watch()
    let isRefused: Bool
    if let file {
      let report = try district.replay(
        correctedFile: file, rows.selection, manifests: manifests.path, isDryRun: dryRun,
        toolVersion: version, isCancelled: { Interrupt.isRequested })
      try answer.write(report, else: report.summary)
      isRefused = report.hasQuarantined
    } else {
      let outcome = try district.replay(
        rows.selection, manifests: manifests.path, isDryRun: dryRun, toolVersion: version,
        isCancelled: { Interrupt.isRequested })
      try answer.write(outcome, else: outcome.summary)
      isRefused = outcome.hasQuarantined
    }
    if isRefused { throw ExitCode(ExitStatus.quarantined) }
  }
}
