import ArgumentParser
import Foundation
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

  @Option(help: .words(Help.Export.where))
  var `where`: String?

  @Option(help: .words(Help.Export.among))
  var among: String?

  @Argument(help: .words(Help.Export.names))
  var names: [String] = []

  func validate() throws {
    guard (`where` == nil) == (among == nil), `where` == nil || !all else {
      throw ValidationError(Usage.exportWhere)
    }
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
      purpose: try purpose.map { try ReadPurpose($0) }, isGuarded: !unguarded,
      filter: try filter())
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

  /// Values are read from a file or standard input, a line each: on the command line others could see them.
  private func filter() throws -> ExportRequest.Filter? {
    guard let field = `where`, let among else { return nil }
    let source = try ByteSource(among)
    var bytes: [UInt8] = []
    try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while case let count = try source.read(into: buffer), count > 0 {
        bytes += buffer[..<count]
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ToolError(wording: Usage.valuesNotUTF8(source.name))
    }
    // Programs for Windows put a mark before the first value.
    let values = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces.union(["\u{FEFF}"]))
    }.filter { !$0.isEmpty }
    guard !values.isEmpty else { throw ToolError(wording: Usage.noValues(source.name)) }
    return ExportRequest.Filter(field: field, values: values)
  }
}
