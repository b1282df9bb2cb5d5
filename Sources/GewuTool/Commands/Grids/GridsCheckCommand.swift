import ArgumentParser
import Gewu
import Words

/// The command `gewu grids check`.
struct GridsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", words: Help.GridsCheck.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Option(help: .words(Help.Shared.generation))
  var generation: Int64?

  @Option(help: .words(Help.GridsCheck.households))
  var households: String?

  @Option(help: .words(Help.GridsCheck.gapWidth))
  var gapWidth = 0.1

  @Option(
    help: .words(Help.GridsCheck.propose))
  var propose: String?

  @Flag(help: .words(Help.GridsCheck.repair))
  var repair = false

  @Option(help: .words(Help.GridsCheck.tolerance))
  var tolerance = 0.1

  @Option(help: .words(Help.GridsCheck.sliver))
  var sliver = 1.0

  @Option(help: .words(Help.GridsCheck.maxShare))
  var maxShare = 0.05

  func validate() throws {
    guard tolerance >= 0, tolerance <= 100, sliver >= 0, sliver <= 100, gapWidth >= 0,
      gapWidth <= 100
    else {
      throw ValidationError(Usage.metres)
    }
    guard maxShare >= 0, maxShare <= 0.5 else { throw ValidationError(Usage.maxShare) }
  }

  func run() throws {
    if repair || propose != nil { return try mend() }
    let report = try store.open().checkGrids(
      generation: generation, net: net.net, households: households, gapWidth: gapWidth)
    try answer.write(report, else: report.summary)
    if !report.valid { throw ExitCode(ExitStatus.refused) }
  }

  private func mend() throws {
    let sink = try propose.map { try ByteSink($0, sparing: store.spared) }
    let report = try store.open().repairGrids(
      generation: generation, net: net.net,
      options: GridRepairOptions(tolerance: tolerance, sliverWidth: sliver, maximumShare: maxShare),
      keeps: repair)
    if let sink {
      try sink.write(report.geoJSON)
      try sink.finish()
    }
    if propose == "-" {
      StandardError.say(report.summary)
    } else {
      try answer.write(report, else: report.summary)
    }
    if !report.valid { throw ExitCode(ExitStatus.refused) }
  }
}
