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
  var rowsPercent: Int?

  @Option(help: .words(Help.DemoMake.people))
  var people: Int?

  @Option(help: .words(Help.DemoMake.districts))
  var districts = 1

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
    let count = DemoCity.districts
    guard count.contains(districts) else {
      throw ValidationError(
        Usage.range("--districts", is: districts, from: count.lowerBound, to: count.upperBound))
    }
    guard people == nil || rowsPercent == nil else {
      throw ValidationError(Usage.eitherOr("--people", "--rows-percent"))
    }
    if let rowsPercent, !(1...100).contains(rowsPercent) {
      throw ValidationError(Usage.range("--rows-percent", is: rowsPercent, from: 1, to: 100))
    }
    let range = DemoCity.people(districts: districts)
    if let people, !range.contains(people) || people % DemoCity.step != 0 {
      throw ValidationError(
        Usage.people(people, step: DemoCity.step, range: range, districts: districts))
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
    let shares =
      people.map { DemoCity.shares(people: $0, districts: districts) }
      ?? Array(repeating: rowsPercent ?? 100, count: districts)
    let isQuiet = quiet
    let say = { @Sendable (count: Int, file: String) in
      if !isQuiet { StandardError.say(Notices.rows(count, of: file)) }
    }
    var totals = DemoTotals()
    if districts == 1 {
      let district = DemoDistrict(
        seed: seed, rowsPercent: shares[0], months: wanted, hasBrokenBorders: brokenBorders,
        hasPlants: !hasNoPlants)
      let keys = try district.make(
        into: folder, manifestsAt: manifests.path, geopackage: Self.geopackage,
        key: { month in try sinks(in: folder, month: month) },
        progress: { file in say(file.read, file.file) })
      for key in keys { totals.add(key) }
    } else {
      let city = DemoCity(
        seed: seed, shares: shares, months: wanted, hasBrokenBorders: brokenBorders,
        hasPlants: !hasNoPlants)
      totals = try city.make(
        into: folder, manifestsAt: manifests.path, geopackage: Self.geopackage,
        key: { folder, month in try sinks(in: folder, month: month) },
        progress: { district, file in say(file.read, "\(district)/\(file.file)") })
    }
    let cells = totals.cells
    try StandardOutput.write(
      Notices.madeDemo(folder: folder, files: totals.files, rows: totals.rows, seed: seed))
    try StandardOutput.write(
      Notices.demoCells(
        truth: cells.truth, faults: cells.faults, empty: cells.empty, invented: cells.invented))
  }

  /// Makes writers of GeoPackages, which only the store's module can write.
  private static let geopackage: WriterRequest.Maker = { request in
    try GeoPackageFile.writer(
      path: request.path, layer: request.table, columns: request.columns,
      geometry: request.geometry, epsg: request.epsg)
  }

  /// What takes the key of a month's rows of the district in a folder.
  private func sinks(in folder: String, month: Int) throws -> [any KeySink] {
    let path = "\(folder)/\(DemoDistrict.keyName(month: month))"
    var sinks: [any KeySink] = []
    if rowKey == .csv || rowKey == .both { sinks.append(try KeyFolder(path)) }
    if rowKey == .sqlite || rowKey == .both {
      sinks.append(KeyDatabase(try PlainTablesFile.writer(path: path + ".sqlite")))
    }
    return sinks
  }
}
