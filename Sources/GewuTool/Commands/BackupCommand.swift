import ArgumentParser
import Foundation
import Gewu
import Words

/// The command `gewu backup`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the store, consistent while it is served and imported into.",
    discussion: """
      Writes two things: FILE, a store in one state, and FILE-files, the source files as they came. \
      FILE is verified before it gets its name (`gewu verify --quick`), and never replaces anything. \
      The index files are not part of it: the program makes them anew.

      To restore, stop what uses the store, move it and all that begins with its name away, copy FILE \
      and FILE-files to where it was, under its name, and run `gewu verify`.

      A large import into a store that nobody else uses has it for itself until it is done; a backup \
      waits for that as long as --wait says.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The file; neither it nor FILE-files may exist.")
  var file: String

  @Option(help: "How many seconds to wait for a large load that has the store for itself.")
  var wait = 600

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds from 0") }
  }

  func run() throws {
    Interrupt.watch()
    let district = try open()
    let audience = ProgressLine.audience(isQuiet: quiet)
    var line: ProgressLine?
    let report = try district.backUp(
      to: file,
      progress: { progress in
        let shown = line ?? ProgressLine(bytes: 100, audience: audience)
        if line == nil { shown.begin(file, bytes: 100) }
        line = shown
        shown.update(
          phase: said(BackupWords.phase(progress.phase)), share: progress.share, rows: nil)
      }, isCancelled: { Interrupt.isRequested })
    line?.end()
    if answer.json {
      try StandardOutput.write(JSONLine.text(of: report))
    } else {
      StandardError.say(said(BackupWords.summary(report)))
    }
    if !report.isClean { throw ExitCode(ExitStatus.failed) }
  }

  /// Opens the store, waiting for a load that has it for itself.
  private func open() throws -> District {
    let end = ContinuousClock.now + .seconds(wait)
    var hasSaid = false
    while true {
      do {
        return try store.open()
      } catch  where Fault(error).kind == .locked && ContinuousClock.now < end {
        if Interrupt.isRequested { throw CancellationError() }
        if !hasSaid, !quiet { StandardError.say(said(BackupWords.waiting)) }
        hasSaid = true
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
  }

  private func said(_ wording: Wording) -> String {
    wording[Language.isChinese ? .chinese : .english]
  }
}
