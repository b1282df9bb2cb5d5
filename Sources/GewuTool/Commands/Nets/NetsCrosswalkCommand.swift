import ArgumentParser
import Gewu
import Words

/// The command `gewu nets crosswalk`.
struct NetsCrosswalkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk", abstract: "Say how the cells of one net lie in those of another.",
    discussion: """
      One row a pair of cells that have anything in common, with the amount and its share of either \
      cell. An empty code stands for what lies in no cell of that net. Areas are square metres on the \
      ellipsoid; households and people are the current rows, with a position, of a data set of that \
      subject.
      """)

  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json
  }

  /// What is counted.
  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case area, households, people

    /// The same as the use case calls it.
    var value: NetCrosswalk.Measure {
      switch self {
      case .area: .area
      case .households: .households
      case .people: .people
      }
    }
  }

  @OptionGroup var store: StoreOptions

  @Argument(help: "The one net.")
  var from: String

  @Argument(help: "The other net.")
  var to: String

  @Option(help: "What is counted: area, households or people.")
  var by = Measure.area

  @Option(help: "Whose rows are counted, where several data sets have the subject.")
  var dataset: String?

  @Option(help: "As of this date (YYYY-MM-DD) or moment (RFC 3339).")
  var at: String?

  @Option(help: "The form of the answer: csv or json.")
  var format = Format.csv

  func validate() throws {
    guard dataset == nil || by != .area else {
      throw ValidationError(Usage.datasetWithoutCount)
    }
  }

  func run() throws {
    let crosswalk = try store.open().crosswalk(
      from: from, to: to, by: by.value, dataset: dataset, at: at)
    switch format {
    case .json: try StandardOutput.write(JSONLine.text(of: crosswalk))
    case .csv: try StandardOutput.write(String(decoding: crosswalk.csv, as: UTF8.self))
    }
    if let unplaced = crosswalk.unplaced, unplaced > 0 {
      StandardError.warn(Notices.unplaced(unplaced))
    }
  }
}
