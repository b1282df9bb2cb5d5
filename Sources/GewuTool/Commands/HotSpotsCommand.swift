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

  @Option(help: .words(Help.HotSpots.source))
  var source: Question.Source.Kind?

  @Option(name: .customLong("of"), help: .words(Help.HotSpots.dataset))
  var dataset: String?

  @Option(name: .customLong("category"), help: .words(Help.HotSpots.category))
  var categories: [String] = []

  @Option(help: .words(Help.HotSpots.from))
  var from: String?

  @Option(help: .words(Help.HotSpots.to))
  var to: String?

  @Option(help: .words(Help.HotSpots.zone))
  var zone: String?

  @Option(help: .words(Help.HotSpots.net))
  var net: String?

  @Option(help: .words(Help.HotSpots.level))
  var level: String?

  @Option(help: .words(Help.HotSpots.per))
  var per: String?

  @Option(help: .words(Help.HotSpots.batch))
  var batch: Int64?

  @Option(help: .words(Help.HotSpots.generation))
  var generation: Int64?

  @Option(help: .words(Help.HotSpots.method))
  var method: HotSpotMethod?

  @Option(help: .words(Help.HotSpots.weights))
  var weights: SpatialWeights.Rule?

  @Option(help: .words(Help.HotSpots.permutations))
  var permutations: Permutations?

  @Option(help: .words(Help.HotSpots.seed))
  var seed: UInt64?

  @Option(help: .words(Help.HotSpots.fdr))
  var fdr: FalseDiscoveryRate?

  @Option(help: .words(Help.HotSpots.islands))
  var islands: SpatialWeights.Islands?

  @Option(help: .words(Help.HotSpots.k))
  var k: Int?

  @Option(help: .words(Help.HotSpots.purpose))
  var purpose: String?

  @Option(name: .customLong("question"), help: .words(Help.HotSpots.question))
  var questionFile: String?

  @Option(help: .words(Help.HotSpots.saveQuestion))
  var saveQuestion: String?

  @Option(help: .words(Help.HotSpots.threads))
  var threads = 2

  @Option(help: .words(Help.HotSpots.format))
  var format = Format.table

  @Flag(help: .words(Help.HotSpots.json))
  var json = false

  @Option(help: .words(Help.HotSpots.top))
  var top: Int?

  func validate() throws {
    if case .fixed(let count)? = permutations, !Self.fixedPermutations.contains(count) {
      throw ValidationError(
        Usage.range(
          "--permutations", is: count, from: 0, to: QuestionSettings.mostPermutations))
    }
    if dataset == nil, source != .reports, questionFile == nil {
      throw ValidationError(Usage.source)
    }
    if dataset != nil, source == .reports {
      throw ValidationError(Usage.contradiction("--of", "--source reports"))
    }
    if let k, !QuestionSettings.ks.contains(k) {
      throw ValidationError(
        Usage.range(
          "--k", is: k, from: QuestionSettings.ks.lowerBound, to: QuestionSettings.ks.upperBound))
    }
    guard (1...256).contains(threads) else {
      throw ValidationError(Usage.range("--threads", is: threads, from: 1, to: 256))
    }
    if let top, top < 1 { throw ValidationError(Usage.range("--top", is: top, from: 1)) }
    if json, format != .table, format != .json {
      throw ValidationError(Usage.contradiction("--json", "--format \(format.rawValue)"))
    }
  }

  private static let fixedPermutations = 0...QuestionSettings.mostPermutations

  /// What is given on the command line.
  private var settings: QuestionSettings {
    var settings = QuestionSettings()
    (settings.source, settings.dataset, settings.categories) = (source, dataset, categories)
    (settings.from, settings.to, settings.zone) = (from, to, zone)
    (settings.net, settings.level, settings.exposure) = (net, level, per)
    (settings.batch, settings.generation) = (batch, generation)
    (settings.method, settings.weights, settings.permutations) = (method, weights, permutations)
    (settings.seed, settings.fdr, settings.islands, settings.k) = (seed, fdr, islands, k)
    return settings
  }

  func run() throws {
    let file = try questionFile.map { try QuestionSettings(path: $0) } ?? QuestionSettings()
    let question = try settings.filled(from: file).question(threads: threads)
    let audience = try purpose.map { HotSpotAudience.reader(try ReadPurpose($0)) } ?? .everyone
    try write(question, of: try store.open(), for: audience)
    if let saveQuestion {
      let sink = try ByteSink(saveQuestion, sparing: store.spared)
      try sink.write(Array(question.yaml.utf8))
      try sink.finish()
    }
  }

  private func write(
    _ question: HotSpotQuestion, of district: District, for audience: HotSpotAudience
  ) throws {
    switch json ? .json : format {
    case .table:
      try StandardOutput.write(district.hotSpots(question, for: audience).summary(top: top))
    case .csv:
      try StandardOutput.write(
        HotSpotCSVWriter(try district.hotSpots(question, for: audience)).bytes)
    case .json:
      try StandardOutput.write(JSONLine.text(of: try district.hotSpots(question, for: audience)))
    case .geojson:
      let (answer, boundaries) = try district.mappedHotSpots(question, for: audience)
      let provenance = try String(JSONLine.text(of: answer.provenance).dropLast())
      try StandardOutput.write(
        HotSpotGeoJSONWriter(answer, provenance: provenance, boundaries: boundaries).bytes)
    }
  }
}

extension Question.Source.Kind: ExpressibleByArgument {}
extension HotSpotMethod: ExpressibleByArgument {}
extension SpatialWeights.Rule: ExpressibleByArgument {}
extension SpatialWeights.Islands: ExpressibleByArgument {}
extension FalseDiscoveryRate: ExpressibleByArgument {}
extension Permutations: ExpressibleByArgument {}
