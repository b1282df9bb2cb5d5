public import ArgumentParser
import Gewu
public import HotSpots
import Words

/// The command `gewu hotspots`.
struct HotSpotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots", words: Help.HotSpots.command)

  /// In which form the cells are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, geojson
  }

  @OptionGroup var store: StoreOptions

  @Option(name: .customLong("of"), help: .words(Help.HotSpots.dataset))
  var dataset: String

  @Option(help: .words(Help.HotSpots.category))
  var category: String?

  @Option(help: .words(Help.HotSpots.from))
  var from: String?

  @Option(help: .words(Help.HotSpots.to))
  var to: String?

  @Option(help: .words(Help.HotSpots.level))
  var level: String?

  @Option(help: .words(Help.HotSpots.per))
  var per: String?

  @Option(help: .words(Help.HotSpots.method))
  var method = HotSpotMethod.giStar

  @Option(help: .words(Help.HotSpots.weights))
  var weights = SpatialWeights.Rule.queen

  @Option(help: .words(Help.HotSpots.permutations))
  var permutations = Permutations.adaptive

  @Option(help: .words(Help.HotSpots.seed))
  var seed: UInt64 = 1

  @Option(help: .words(Help.HotSpots.fdr))
  var fdr = FalseDiscoveryRate.benjaminiHochberg

  @Option(help: .words(Help.HotSpots.islands))
  var islands = SpatialWeights.Islands.keep

  @Option(help: .words(Help.HotSpots.threads))
  var threads = 2

  @Option(help: .words(Help.HotSpots.format))
  var format = Format.table

  @Flag(help: .words(Help.HotSpots.json))
  var json = false

  @Option(help: .words(Help.HotSpots.top))
  var top: Int?

  func validate() throws {
    if case .fixed(let count) = permutations, !(0...999_999).contains(count) {
      throw ValidationError(Usage.range("--permutations", is: count, from: 0, to: 999_999))
    }
    guard (1...256).contains(threads) else {
      throw ValidationError(Usage.range("--threads", is: threads, from: 1, to: 256))
    }
    if let top, top < 1 { throw ValidationError(Usage.range("--top", is: top, from: 1)) }
    if json, format != .table, format != .json {
      throw ValidationError(Usage.contradiction("--json", "--format \(format.rawValue)"))
    }
  }

  func run() throws {
    let district = try store.open()
    let question = HotSpotQuestion(
      dataset: dataset, category: category, from: from, to: to, level: level, exposure: per,
      method: method, weights: weights, permutations: permutations, seed: seed,
      adjustsForMultipleTesting: fdr == .benjaminiHochberg, islands: islands, threads: threads)
    switch json ? .json : format {
    case .table:
      try StandardOutput.write(district.hotSpots(question).summary(top: top))
    case .csv:
      try StandardOutput.write(HotSpotCSVWriter(try district.hotSpots(question)).bytes)
    case .json: try StandardOutput.write(JSONLine.text(of: try district.hotSpots(question)))
    case .geojson:
      let (answer, boundaries) = try district.mappedHotSpots(question)
      let provenance = try String(JSONLine.text(of: answer.provenance).dropLast())
      try StandardOutput.write(
        HotSpotGeoJSONWriter(answer, provenance: provenance, boundaries: boundaries).bytes)
    }
  }
}

extension HotSpotMethod: ExpressibleByArgument {}
extension SpatialWeights.Rule: ExpressibleByArgument {}
extension SpatialWeights.Islands: ExpressibleByArgument {}
extension FalseDiscoveryRate: ExpressibleByArgument {}
extension Permutations: ExpressibleByArgument {}
