import ArgumentParser
import Foundation
import Gewu

/// The command `gewu import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import tables, and attach their rows to the grids.",
    discussion: """
      The data set of a file is found by its name, in the manifests, or named with --dataset. Each \
      file is one batch: all of it is published in one transaction, or nothing. Rows of a large file \
      are staged before that; an import that was interrupted goes on where it was when it is run \
      again. A copy of each file is kept beside the store, in STORE-files. Every row is \
      accounted for: read = inserted + updated + unchanged + duplicate + quarantined + blank. The \
      same file with the same manifest again changes nothing, unless --force is given.

      Several files end with a table of them; --json writes a line a file. A file that cannot be read \
      does not stop the others, and neither does a reader of the output that goes away.

      Ends with 3 where rows were refused into quarantine, with 4 where a whole file was refused.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "Files, or folders of them.")
  var paths: [String]

  @Option(help: "The data set of the files; else found by their names.")
  var dataset: String?

  @OptionGroup var manifests: ManifestOptions

  @Option(
    help: "Refuse a file with more errors than this: a number of rows, or a share such as 5%.")
  var maxErrors: String?

  @Flag(help: "Do everything, but keep nothing.")
  var dryRun = false

  @Flag(help: "Load a file again that the same manifest has loaded before.")
  var force = false

  @Flag(help: "Keep no copy of the files in the archive beside the store.")
  var noArchive = false

  @Option(help: "Write what became of all files into this file, as JSON.")
  var summary: String?

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    if let maxErrors, !FileSelection.isErrorLimit(maxErrors) {
      throw ValidationError(
        "«\(maxErrors)» is no limit of errors; give a number of rows or a share: 100, 5%")
    }
  }

  func run() throws {
    let district = try store.open()
    let plan = try FileSelection(paths: paths, dataset: dataset, manifests: manifests.path)
    if !plan.skipped.isEmpty, !quiet {
      StandardError.say(
        "left alone, no manifest names them: \(plan.skipped.joined(separator: ", "))")
    }
    Interrupt.watch()
    let outcomes = try district.excludingOtherWriters { try carryOut(plan, in: district) }
    // The gravest outcome of any file is that of the run.
    let grave = [ExitStatus.failed, ExitStatus.refused, ExitStatus.quarantined]
    if let status = grave.first(where: outcomes.contains) { throw ExitCode(status) }
  }

  /// Imports all files; gives how each ended.
  private func carryOut(_ plan: FileSelection, in district: District) throws -> Set<Int32> {
    var run = ImportRun()
    let line = ProgressLine(
      bytes: plan.items.reduce(0) { $0 + $1.byteCount },
      audience: ProgressLine.audience(isQuiet: quiet))
    let output = ImportOutput(answer, isSingle: plan.items.count == 1)
    defer { output.finish(run) }
    var outcomes: Set<Int32> = []
    for (index, item) in plan.items.enumerated() {
      do {
        let place = plan.items.count > 1 ? "[\(index + 1)/\(plan.items.count)] " : ""
        line.begin(place + item.file, bytes: item.byteCount)
        let report = try carryOut(item, in: district, line)
        run.add(report)
        output.write(report, of: item.file)
        outcomes.insert(outcome(of: report, item))
      } catch {
        // The other files are whole batches of their own; only what concerns them all ends the run.
        let failure = Failure(error)
        guard plan.items.count > 1, failure.status == ExitStatus.failed else { throw error }
        StandardError.say(failure.message)
        run.add(item, failure: failure.message)
        outcomes.insert(failure.status)
      }
    }
    if let summary { try output.write(run, to: summary) }
    if output.hasFailed { outcomes.insert(ExitStatus.failed) }
    return outcomes
  }

  private func carryOut(
    _ item: FileSelection.Item, in district: District, _ line: ProgressLine
  ) throws -> ImportRun.Outcome {
    defer { line.end() }
    return try district.importFile(
      item, maximumErrors: maxErrors, isDryRun: dryRun, isForced: force,
      storage: ImportStorage(
        archives: !noArchive, environment: ProcessInfo.processInfo.environment),
      toolVersion: Version.current,
      progress: { phase, share, rows in line.update(phase: phase, share: share, rows: rows) },
      isCancelled: { Interrupt.isRequested })
  }

  private func outcome(of report: ImportRun.Outcome, _ item: FileSelection.Item) -> Int32 {
    if let reason = report.reasonOfRefusal {
      StandardError.say("gewu: \(item.file): refused: \(reason)")
      return ExitStatus.refused
    }
    return report.hasQuarantined ? ExitStatus.quarantined : ExitStatus.clean
  }
}
