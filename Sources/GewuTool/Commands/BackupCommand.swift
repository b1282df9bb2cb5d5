import ArgumentParser
import Foundation
import Gewu
import Words

/// The command `gewu backup`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", words: Help.Backup.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Backup.file))
  var file: String

  @Option(help: .words(Help.Backup.wait))
  var wait = 600

  @Flag(help: .words(Help.Shared.quiet))
  var quiet = false

  func validate() throws {
    guard wait >= 0 else { throw ValidationError(Usage.badWait) }
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
          phase: BackupWords.phase(progress.phase).spoken, share: progress.share, rows: nil)
      }, isCancelled: { Interrupt.isRequested })
    line?.end()
    if answer.json {
      try StandardOutput.write(JSONLine.text(of: report))
    } else {
      StandardError.say(BackupWords.summary(report))
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
      } catch  where FailureKind(error) == .locked && ContinuousClock.now < end {
        if Interrupt.isRequested { throw CancellationError() }
        if !hasSaid, !quiet { StandardError.say(BackupWords.waiting) }
        hasSaid = true
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
  }
}
