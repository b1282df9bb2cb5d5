import ArgumentParser
import Gewu

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

  /// The statistics there are.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case giStar = "gi-star"
  }

  /// The neighbours there are.
  enum Weights: String, ExpressibleByArgument, CaseIterable {
    case queen
  }

  /// The adjustments there are: Benjamini-Hochberg, or none.
  enum Adjustment: String, ExpressibleByArgument, CaseIterable {
    case bh, none
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
  var method = Method.giStar

  @Option(help: "Which cells are neighbours: those that share an edge or a corner.")
  var weights = Weights.queen

  @Option(help: "The number of permutations; 0 for the analytic p alone.")
  var permutations = 999

  @Option(help: "The seed of the permutations.")
  var seed: UInt64 = 1

  @Option(help: "How p is adjusted for looking at many cells.")
  var fdr = Adjustment.bh

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
    let answer = try district.hotSpots(
      HotSpotQuestion(
        dataset: dataset, category: category, from: from, to: to, level: level, exposure: per,
        permutations: permutations, seed: seed,
        adjustsForMultipleTesting: fdr == .bh, threads: threads))
    switch json ? .json : format {
    case .table: try StandardOutput.write(HotSpotTable(answer, top: top).text + "\n")
    case .csv: try StandardOutput.write(HotSpotCSVWriter(answer).bytes)
    case .json: try StandardOutput.write(JSONLine.text(of: answer))
    case .geojson:
      let boundaries = try district.boundaries(level: answer.provenance.level)
      try StandardOutput.write(HotSpotGeoJSONWriter(answer, boundaries: boundaries).bytes)
    }
  }
}
