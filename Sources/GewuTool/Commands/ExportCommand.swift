import ArgumentParser
import Gewu
import Words

/// The command `gewu export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", words: Help.Export.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Flag(help: .words(Help.Export.all))
  var all = false

  @Flag(help: .words(Help.Shared.quiet))
  var quiet = false

  @Option(help: .words(Help.Export.purpose))
  var purpose: String?

  @Flag(help: .words(Help.Shared.unguarded))
  var unguarded = false

  @Argument(help: .words(Help.Export.names))
  var names: [String] = []

  func validate() throws {
    switch (all, names.count) {
    case (true, 1), (false, 2): return
    case (true, _): throw ValidationError(Usage.exportAll)
    case (false, _): throw ValidationError(Usage.exportOne)
    }
  }

  func run() throws {
    Interrupt.watch()
    let district = try store.open()
    let request = ExportRequest(
      table: all ? nil : names.first, path: names.last ?? "",
      purpose: try purpose.map { try ReadPurpose($0) }, isGuarded: !unguarded)
    let audience = ProgressLine.audience(isQuiet: quiet)
    var line: ProgressLine?
    let report = try district.export(
      request,
      progress: { progress in
        let shown = line ?? ProgressLine(bytes: progress.total, audience: audience)
        if line == nil { shown.begin(request.path, bytes: progress.total) }
        line = shown
        shown.update(
          phase: progress.table, share: Double(progress.done) / Double(max(1, progress.total)),
          rows: progress.done)
      }, isCancelled: { Interrupt.isRequested })
    line?.end()
    if answer.json {
      try StandardOutput.write(JSONLine.text(of: report))
    } else {
      StandardError.say(ExportWords.summary(report))
    }
  }
}
