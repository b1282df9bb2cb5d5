import ArgumentParser
import DemoDistrict
import Gewu
import Words

/// The command `gewu demo make`.
struct DemoMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", words: Help.DemoMake.command)

  /// In which form the key says what it knows of each row.
  enum KeyForm: String, ExpressibleByArgument, CaseIterable {
    case csv, sqlite, both, none
  }

  @Argument(help: .words(Help.DemoMake.folder))
  var folder: String

  @Option(help: .words(Help.DemoMake.seed))
  var seed: UInt64 = 1

  @Option(help: .words(Help.DemoMake.rowsPercent))
  var rowsPercent = 100

  @Option(help: .words(Help.DemoMake.month))
  var month: Int?

  @Option(help: .words(Help.DemoMake.months))
  var months: Int?

  @Option(help: .words(Help.DemoMake.rowKey))
  var rowKey = KeyForm.csv

  @Flag(name: .customLong("no-plants"), help: .words(Help.DemoMake.noPlants))
  var hasNoPlants = false

  @Flag(help: .words(Help.DemoMake.brokenBorders))
  var brokenBorders = false

  @OptionGroup var manifests: ManifestOptions

  @Flag(help: .words(Help.Shared.quiet))
  var quiet = false

  func validate() throws {
    guard 1...100 ~= rowsPercent else {
      throw ValidationError(Usage.range("--rows-percent", is: rowsPercent, from: 1, to: 100))
    }
    guard month == nil || months == nil else {
      throw ValidationError(Usage.eitherOr("--month", "--months"))
    }
    let all = DemoDistrict.allMonths
    for (name, month) in [("--month", month), ("--months", months)] {
      guard let month, !all.contains(month) else { continue }
      throw ValidationError(Usage.range(name, is: month, from: all.lowerBound, to: all.upperBound))
    }
  }

  func run() throws {
    let wanted = months.map { 1...$0 } ?? (month ?? 1)...(month ?? 1)
    let district = DemoDistrict(
      seed: seed, rowsPercent: rowsPercent, months: wanted,
      hasBrokenBorders: brokenBorders, hasPlants: !hasNoPlants)
    let isQuiet = quiet
    let keys = try district.make(
      into: folder, manifestsAt: manifests.path,
      geopackage: { request in
        try GeoPackageFile.writer(
          path: request.path, layer: request.table, columns: request.columns,
          geometry: request.geometry, epsg: request.epsg)
      },
      key: { month in try sinks(month: month) },
      progress: { file in
        if !isQuiet { StandardError.say(Notices.rows(file.read, of: file.file)) }
      })
    let files = keys.flatMap(\.files)
    let rows = files.reduce(0) { $0 + $1.read }
    let refused = keys.reduce(0) { $0 + $1.refused.count }
    var cells = CellOrigins()
    for file in files { cells += file.origins }
    try StandardOutput.write(
      Notices.madeDemo(folder: folder, files: files.count + refused, rows: rows, seed: seed))
    try StandardOutput.write(
      Notices.demoCells(
        truth: cells.truth, faults: cells.faults, empty: cells.empty, invented: cells.invented))
  }

  /// What takes the key of a month's rows.
  private func sinks(month: Int) throws -> [any KeySink] {
    let path = "\(folder)/\(DemoDistrict.keyName(month: month))"
    var sinks: [any KeySink] = []
    if rowKey == .csv || rowKey == .both { sinks.append(try KeyFolder(path)) }
    if rowKey == .sqlite || rowKey == .both {
      sinks.append(KeyDatabase(try PlainTablesFile.writer(path: path + ".sqlite")))
    }
    return sinks
  }
}
