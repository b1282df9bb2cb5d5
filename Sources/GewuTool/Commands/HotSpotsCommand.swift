public import ArgumentParser
import Gewu
public import HotSpots
import Words

/// The command `gewu hotspots`.
struct HotSpotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Find where the rows of a data set gather, and where they are rare.",
    discussion: """
      One row or feature a cell: code, count, exposure, rate, statistic, z, p, p_permutation, \
      p_adjusted, class (hot99, hot95, hot90, cold90, cold95, cold99, none, isolate, low_data, \
      suppressed), and how the run was made. The same question has the same answer, whatever the \
      number of threads.
      """)

  /// In which form the cells are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json, geojson
  }

  @OptionGroup var store: StoreOptions

  @Option(name: .customLong("of"), help: "The data set whose rows are counted.")
  var dataset: String

  @Option(help: "Only rows of this category.")
  var category: String?

  @Option(help: "Only rows of this day or later (YYYY-MM-DD).")
  var from: String?

  @Option(help: "Only rows of this day or earlier (YYYY-MM-DD).")
  var to: String?

  @Option(help: "The level whose cells are compared; else the leaf level.")
  var level: String?

  @Option(help: "Divide the counts by this exposure: rates.")
  var per: String?

  @Option(help: "The statistic.")
  var method = HotSpotMethod.giStar

  @Option(help: "Which cells are neighbours: those that share an edge or a corner.")
  var weights = SpatialWeights.Rule.queen

  @Option(help: "The number of permutations; 0 for the analytic p alone.")
  var permutations = 999

  @Option(help: "The seed of the permutations.")
  var seed: UInt64 = 1

  @Option(help: "How p is adjusted for looking at many cells.")
  var fdr = FalseDiscoveryRate.benjaminiHochberg

  @Option(help: "The number of threads.")
  var threads = 2

  @Option(help: "The form of the answer.")
  var format = Format.table

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(help: "Show only the hottest N cells of the table.")
  var top: Int?

  func validate() throws {
    guard (0...999_999).contains(permutations) else {
      throw ValidationError("--permutations takes 0 to 999999")
    }
    guard (1...256).contains(threads) else { throw ValidationError("--threads takes 1 to 256") }
    if let top, top < 1 { throw ValidationError("--top takes a number from 1") }
    if json, format != .table, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other")
    }
  }

  func run() throws {
    let district = try store.open()
    let question = HotSpotQuestion(
      dataset: dataset, category: category, from: from, to: to, level: level, exposure: per,
      method: method, weights: weights, permutations: permutations, seed: seed,
      adjustsForMultipleTesting: fdr == .benjaminiHochberg, threads: threads)
    switch json ? .json : format {
    case .table:
      let answer = try district.hotSpots(question)
      try StandardOutput.write(HotSpotTable(answer, top: top).text + "\n")
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
extension FalseDiscoveryRate: ExpressibleByArgument {}
