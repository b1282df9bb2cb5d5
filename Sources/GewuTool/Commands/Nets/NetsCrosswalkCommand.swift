import ArgumentParser
import Gewu
import Words

/// The command `gewu nets crosswalk`.
struct NetsCrosswalkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosswalk", words: Help.NetsCrosswalk.command)

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

  @Argument(help: .words(Help.NetsCrosswalk.from))
  var from: String

  @Argument(help: .words(Help.NetsCrosswalk.to))
  var to: String

  @Option(help: .words(Help.NetsCrosswalk.by))
  var by = Measure.area

  @Option(help: .words(Help.NetsCrosswalk.dataset))
  var dataset: String?

  @Option(help: .words(Help.Shared.at))
  var at: String?

  @Option(help: .words(Help.NetsCrosswalk.format))
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
