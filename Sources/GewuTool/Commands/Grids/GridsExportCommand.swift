import ArgumentParser
import Gewu
import Words

/// The command `gewu grids export`.
struct GridsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", words: Help.GridsExport.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var net: NetOptions

  @Argument(help: .words(Help.GridsExport.file))
  var file: String

  @Option(help: .words(Help.GridsExport.level))
  var level: String?

  @Option(help: .words(Help.Grids.generation))
  var generation: Int64?

  func validate() throws {
    guard file == "-" || file.hasSuffix(".geojson") || file.hasSuffix(".json") else {
      throw ValidationError(Usage.geoJSON(file))
    }
  }

  func run() throws {
    let snapshot = try store.open().snapshot(net: net.net, generation: generation)
    let levels = level.map { [$0] } ?? snapshot.levels.map(\.level)
    let writer = try GridFeatureWriter(levels.flatMap { try snapshot.boundaries(level: $0) })
    let sink = try ByteSink(file, sparing: store.spared)
    try sink.write(writer.bytes)
    try sink.finish()
  }
}
