import ArgumentParser
import DemoDistrict
import Gewu

/// The command `gewu demo make`.
struct DemoMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Write the boundaries, files and answer key of a district.",
    discussion: """
      The folder gets grids/ (the boundaries), files/ (one file for each manifest of the fictional \
      district, faults and all) and key.json (what must become of each). With --month 2 it gets \
      files-2/ and key-2.json: what the same departments send a month later, to be imported after \
      the first. The same seed gives the same bytes on any machine. Division code 990101 belongs to no place, and no number to anybody.
      """)

  @Argument(help: "The folder; it is made where it is not there.")
  var folder: String

  @Option(help: "What all draws are keyed by.")
  var seed: UInt64 = 1

  @Option(help: "The share of the 1,390,000 rows, in percent.")
  var rowsPercent = 100

  @Option(help: "The month: 1, or 2 for the files that come after those of the first.")
  var month = 1

  @OptionGroup var manifests: ManifestOptions

  @Flag(help: "Show no progress.")
  var quiet = false

  func validate() throws {
    guard 1...100 ~= rowsPercent else {
      throw ValidationError("--rows-percent is \(rowsPercent); give a number from 1 to 100")
    }
    guard 1...2 ~= month else {
      throw ValidationError("--month is \(month); give 1 or 2")
    }
  }

  func run() throws {
    let district = DemoDistrict(seed: seed, rowsPercent: rowsPercent, month: month)
    let isQuiet = quiet
    let key = try district.make(
      into: folder, manifestsAt: manifests.path,
      geopackage: { request in
        try GeoPackageFile.writer(
          path: request.path, layer: request.table, columns: request.columns,
          geometry: request.geometry, epsg: request.epsg)
      },
      progress: { file in
        if !isQuiet { StandardError.say("\(file.file): \(file.read) rows") }
      })
    let rows = key.files.reduce(0) { $0 + $1.read }
    try StandardOutput.write("\(folder): \(key.files.count) files, \(rows) rows, seed \(seed)\n")
  }
}
