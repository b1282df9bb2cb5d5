import ArgumentParser
import Gewu
import Words

/// The command `gewu review show`.
struct ReviewShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", words: Help.Review.show)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Review.item))
  var item: String

  @Option(help: .words(Help.Show.purpose))
  var purpose: String?

  func run() throws {
    let found = try store.open().reviewItem(item, for: purpose.map { try ReadPurpose($0) })
    try answer.write(found, else: found.summary)
  }
}

/// The command `gewu review decide`.
struct ReviewDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", words: Help.Review.decide)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Review.item))
  var item: String

  @Argument(help: .words(Help.Review.choice))
  var choice: String

  @Option(name: .customLong("reason"), help: .words(Help.Review.why))
  var why: String

  @Option(help: .words(Help.Review.until))
  var until: String?

  @Flag(help: .words(Help.Review.later))
  var later = false

  func validate() throws {
    guard ReviewChoice(choice) != nil else { throw ValidationError(Usage.choice(choice)) }
  }

  func run() throws {
    guard let choice = ReviewChoice(choice) else {
      throw ValidationError(Usage.choice(self.choice))
    }
    let report = try store.open().decide(
      item, choice, reason: why, until: until, isLater: later)
    try answer.write(report, else: report.summary)
  }
}

/// The command `gewu review undo`.
struct ReviewUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", words: Help.Review.undo)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Review.decision))
  var decision: Int64

  @Flag(help: .words(Help.Review.later))
  var later = false

  func run() throws {
    let report = try store.open().undoDecision(decision, isLater: later)
    try answer.write(report, else: report.summary)
  }
}

/// The command `gewu review export`.
struct ReviewExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", words: Help.Review.export)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Review.dataset))
  var dataset: String

  @Option(help: .words(Help.Review.kind))
  var kind: String?

  @Option(help: .words(Help.Show.purpose))
  var purpose: String?

  func run() throws {
    let faults = try store.open().reviewFaults(
      of: dataset, kind: kind, for: purpose.map { try ReadPurpose($0) })
    if answer.json {
      try StandardOutput.write(JSONLine.text(of: faults))
    } else {
      try StandardOutput.write(String(decoding: faults.csv, as: UTF8.self))
    }
  }
}
