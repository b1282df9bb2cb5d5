import ArgumentParser
import Gewu
import Words

/// The command `gewu export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a table of the store, or all of them, to a file for other programs.",
    discussion: """
      TABLE is a data set, or one of the store's own: grid, net_grid, earlier_grid, report, batch, \
      quarantine, quarantine_reason, remark, dataset, source_file, generation, net, level. Current \
      rows only, all of one state of the store. The ending names the format:

      .gpkg     GeoPackage, with geometries; all tables are layers of one file
      .geojson  GeoJSON in WGS 84, of one table with geometries
      .csv      text in UTF-8, geometries as WKT; for --all name a folder: FOLDER/
      .xlsx     a workbook with a sheet per table, points as WKT, without lines and areas

      The file appears once it is complete, and takes the place of one that is there. It holds \
      personal data as the store does: nothing is masked.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Flag(help: "Export all tables.")
  var all = false

  @Flag(help: "Show no progress.")
  var quiet = false

  @Argument(help: "The table (left out with --all), then the file.")
  var names: [String] = []

  func validate() throws {
    switch (all, names.count) {
    case (true, 1), (false, 2): return
    case (true, _): throw ValidationError("with --all give the file alone: gewu export --all FILE")
    case (false, _): throw ValidationError("give a table and a file: gewu export TABLE FILE")
    }
  }

  func run() throws {
    Interrupt.watch()
    let district = try store.open()
    let request = ExportRequest(table: all ? nil : names.first, path: names.last ?? "")
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
      StandardError.say(ExportWords.summary(report)[Language.isChinese ? .chinese : .english])
    }
  }
}
