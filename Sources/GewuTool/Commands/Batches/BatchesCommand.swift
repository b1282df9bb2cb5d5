import ArgumentParser
import Gewu
import Words

/// The command `gewu batches`.
struct BatchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batches", words: Help.Batches.command,
    subcommands: [
      BatchesListCommand.self, BatchesShowCommand.self, BatchesDiffCommand.self,
      BatchesSourceCommand.self, BatchesRollbackCommand.self, BatchesDiscardCommand.self,
    ])
}

/// The command `gewu batches list`.
struct BatchesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.Batches.list)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Batches.dataset))
  var dataset: String?

  @Option(help: .words(Help.Batches.limit))
  var limit = 100

  func run() throws {
    let batches = try store.open().batches(dataset: dataset, limit: limit)
    try answer.write(batches, else: BatchListing.table(of: batches))
  }
}

/// The command `gewu batches show`.
struct BatchesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", words: Help.Batches.show)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Shared.batch))
  var batch: Int64

  func run() throws {
    let found = try store.open().batch(batch)
    try answer.write(found, else: BatchListing.details(of: found))
  }
}

/// The command `gewu batches discard`.
struct BatchesDiscardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", words: Help.BatchesDiscard.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.BatchesDiscard.batch))
  var batch: Int64

  func run() throws {
    let discarded = try store.open().discardStage(batch: batch)
    try answer.write(discarded, else: BatchListing.discarding(of: discarded))
  }
}

/// The command `gewu batches diff`.
struct BatchesDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", words: Help.BatchesDiff.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Shared.batch))
  var batch: Int64

  @Argument(help: .words(Help.BatchesDiff.other))
  var other: Int64?

  func run() throws {
    let diff = try store.open().diff(batch: batch, with: other)
    try answer.write(diff, else: diff.summary)
  }
}

/// The command `gewu batches source`.
struct BatchesSourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source", words: Help.BatchesSource.command)

  @OptionGroup var store: StoreOptions

  @Argument(help: .words(Help.Shared.batch))
  var batch: Int64

  @Argument(help: .words(Help.BatchesSource.file))
  var file: String

  @Option(help: .words(Help.Shared.purpose))
  var purpose: String

  func run() throws {
    let written = try store.open()
      .exportSource(ofBatch: batch, to: file, purpose: ReadPurpose(purpose))
    StandardError.say(Notices.wrote(written, ofBatch: batch))
  }
}

/// The command `gewu batches rollback`.
struct BatchesRollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", words: Help.BatchesRollback.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Shared.batch))
  var batch: Int64

  @Flag(help: .words(Help.BatchesRollback.dryRun))
  var dryRun = false

  @Flag(help: .words(Help.Shared.later))
  var later = false

  func run() throws {
    let district = try store.open()
    let subjects = try StandingSubjects(of: district, isLater: later || dryRun)
    let report = try district.rollBack(batch: batch, isDryRun: dryRun)
    if !dryRun { try district.keep(wordings: ReasonWords.catalogue) }
    try answer.write(report, else: report.summary)
    subjects.bringUpToDate(isQuiet: false)
  }
}
