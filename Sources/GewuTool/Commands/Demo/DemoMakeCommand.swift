import ArgumentParser
import DemoDistrict
import Gewu
import Words

/// The command `gewu demo make`.
struct DemoMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", words: Help.DemoMake.command)

  @Argument(help: .words(Help.DemoMake.folder))
  var folder: String

  @Option(help: .words(Help.DemoMake.seed))
  var seed: UInt64 = 1

  @Option(help: .words(Help.DemoMake.rowsPercent))
  var rowsPercent = 100

  @Option(help: .words(Help.DemoMake.month))
  var month = 1

  @Flag(help: .words(Help.DemoMake.brokenBorders))
  var brokenBorders = false

  @OptionGroup var manifests: ManifestOptions

  @Flag(help: .words(Help.Shared.quiet))
  var quiet = false

  func validate() throws {
    guard 1...100 ~= rowsPercent else {
      throw ValidationError(Usage.range("--rows-percent", is: rowsPercent, from: 1, to: 100))
    }
    guard 1...2 ~= month else {
      throw ValidationError(Usage.range("--month", is: month, from: 1, to: 2))
    }
  }

  func run() throws {
    let district = DemoDistrict(
      seed: seed, rowsPercent: rowsPercent, month: month, hasBrokenBorders: brokenBorders)
    let isQuiet = quiet
    let key = try district.make(
      into: folder, manifestsAt: manifests.path,
      geopackage: { request in
        try GeoPackageFile.writer(
          path: request.path, layer: request.table, columns: request.columns,
          geometry: request.geometry, epsg: request.epsg)
      },
      progress: { file in
        if !isQuiet { StandardError.say(Notices.rows(file.read, of: file.file)) }
      })
    let rows = key.files.reduce(0) { $0 + $1.read }
    try StandardOutput.write(
      Notices.madeDemo(folder: folder, files: key.files.count, rows: rows, seed: seed))
  }
}
