import ArgumentParser
import enum Datasets.ErrorLimit
import struct Datasets.Period
import Foundation
import Files
import Gewu
import Intake
import Words

/// The command `gewu import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", words: Help.Import.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Import.paths))
  var paths: [String]

  @Option(help: .words(Help.Import.dataset))
  var dataset: String?

  @OptionGroup var manifests: ManifestOptions

  @Option(
    help: .words(Help.Import.maxErrors))
  var maxErrors: String?

  @Flag(help: .words(Help.Shared.dryRun))
  var dryRun = false

  @Flag(help: .words(Help.Import.force))
  var force = false

  @Option(help: .words(Help.Import.period))
  var period: String?

  @Flag(help: .words(Help.Import.asHistory))
  var asHistory = false

  @Flag(help: .words(Help.Import.noArchive))
  var noArchive = false

  @Flag(help: .words(Help.Shared.later))
  var later = false

  @Option(help: .words(Help.Import.summary))
  var summary: String?

  @Flag(help: .words(Help.Shared.quiet))
  var quiet = false

  func validate() throws {
    if let maxErrors, ErrorLimit(maxErrors) == nil {
      throw ValidationError(Usage.errorLimit(maxErrors))
    }
    if let period, Period(period) == nil { throw ValidationError(Usage.period(period)) }
  }

  func run() throws {
    let district = try store.open()
    let plan = try FileSelection(
      paths: paths, dataset: dataset, manifests: manifests.path,
      leavingOut: store.spared)
    if !quiet {
      for notice in Notices.left(plan) { StandardError.say(notice) }
    }
    for fault in plan.faults {
      StandardError.warn(Notices.faultyManifest(Words.wording(of: fault)))
    }
    // Begun before anything is published: a file that cannot be written is known at once.
    let sink = try summary.map {
      try ByteSink($0, sparing: store.spared.and(inputs: plan.filesRead))
    }
    Interrupt.watch()
    let outcomes = try district.excludingOtherWriters {
      if !dryRun { try district.keep(wordings: ReasonWords.catalogue) }
      return try carryOut(plan, in: district, summary: sink)
    }
    // The gravest outcome of any file is that of the run.
    let grave = [ExitStatus.failed, ExitStatus.refused, ExitStatus.quarantined]
    if let status = grave.first(where: outcomes.contains) { throw ExitCode(status) }
  }

  /// Imports all files; gives how each ended.
  private func carryOut(
    _ plan: FileSelection, in district: District, summary: ByteSink?
  ) throws -> Set<Int32> {
    var run = ImportRun()
    let subjects = try StandingSubjects(of: district, isLater: later || dryRun)
    let line = ProgressLine(
      bytes: plan.items.reduce(0) { $0 + $1.byteCount },
      audience: ProgressLine.audience(isQuiet: quiet))
    let output = ImportOutput(answer, isSingle: plan.items.count == 1)
    defer { output.finish(run) }
    var outcomes: Set<Int32> = []
    for (file, dataset, fault) in plan.failed {
      StandardError.warn(Notices.failed(file, fault, Failure.wording(of: fault)))
      run.add(file: file, dataset: dataset ?? "", failure: fault)
      outcomes.insert(ExitStatus.failed)
    }
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
        let failure = Failure(error, of: Self.self)
        let isItsOwn = [ExitStatus.failed, ExitStatus.refused].contains(failure.status)
        guard plan.items.count > 1, isItsOwn else { throw error }
        if let message = failure.message {
          StandardError.say(message)
          run.add(item, failure: error)
        }
        outcomes.insert(failure.status)
      }
    }
    if !dryRun { lookUpAddresses(of: run, in: district) }
    subjects.bringUpToDate(isQuiet: quiet)
    if let summary { try output.write(run, to: summary) }
    if output.hasFailed { outcomes.insert(ExitStatus.failed) }
    return outcomes
  }

  /// Looks up the addresses of what was published; what cannot be is said, and left to `gewu addresses match`.
  private func lookUpAddresses(of run: ImportRun, in district: District) {
    let published = Set(run.batches.filter { $0.status == .published }.map(\.dataset))
    do {
      for dataset in published.sorted() {
        for report in try district.matchRows(dataset: dataset) where report.isOfUse && !quiet {
          StandardError.say(report.summary)
        }
      }
    } catch {
      StandardError.warn(Notices.addressesNotMatched(Failure.wording(of: error)))
    }
  }

  private func carryOut(
    _ item: FileSelection.Item, in district: District, _ line: ProgressLine
  ) throws -> ImportReport {
    defer { line.end() }
    let environment = ProcessInfo.processInfo.environment
    var request = item.request
    request.maximumErrors = maxErrors.flatMap(ErrorLimit.init)
    request.isDryRun = dryRun
    request.isForced = force
    request.period = period.flatMap { Period($0) }
    request.isIntoPast = asHistory
    request.archives = !noArchive
    // What tests ask for: small files are staged in small pieces.
    request.stageBytes =
      environment["GEWU_STAGE_BYTES"].flatMap(Int.init) ?? request.stageBytes
    request.chunkRows = environment["GEWU_CHUNK_ROWS"].flatMap(Int.init)
    request.toolVersion = Version.current
    request.progress = { step in
      let share = Double(step.bytesDone) / Double(max(1, step.bytesTotal))
      line.update(phase: step.phase.rawValue, share: share, rows: step.rows)
    }
    request.isCancelled = { Interrupt.isRequested }
    return try district.importFile(request)
  }

  private func outcome(of report: ImportReport, _ item: FileSelection.Item) -> Int32 {
    if let reason = report.reasonOfRefusal {
      StandardError.warn(Notices.refused(file: item.file, because: reason))
      return ExitStatus.refused
    }
    return report.hasQuarantined ? ExitStatus.quarantined : ExitStatus.clean
  }
}
