import ArgumentParser
import Gewu
import Words

/// The command `gewu grids check`.
struct GridsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List gaps, overlaps and every other fault of the boundaries.",
    discussion: """
      Checks the generation being prepared, else the active one. Ends with 4 where the coverage is \
      invalid. Places are longitude and latitude in WGS 84. Where a data set of households is loaded, \
      grids above the household norm of their net, and below half of it, are listed; that is no fault.

      With --propose or --repair it proposes how to mend the faults: positions within --tolerance of \
      each other or of an edge are joined, gaps and overlaps up to --sliver wide go to the neighbour \
      with the longest border to them. --propose writes the list of changes to a GeoJSON file and \
      keeps nothing; --repair keeps the result as a new generation that is not active, to be looked at.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Option(help: "The generation.")
  var generation: Int64?

  @Option(help: "The data set that households are counted from, where there are several.")
  var households: String?

  @Option(
    help:
      "Write the changes that would mend the faults to this file (GeoJSON); - for standard output.")
  var propose: String?

  @Flag(help: "Keep the mended boundaries as a new generation, which is not active.")
  var repair = false

  @Option(help: "How far a position may be moved, in metres.")
  var tolerance = 0.1

  @Option(help: "The greatest mean width of a gap or an overlap that is closed, in metres.")
  var sliver = 1.0

  func validate() throws {
    guard tolerance >= 0, tolerance <= 100, sliver >= 0, sliver <= 100 else {
      throw ValidationError(Usage.metres)
    }
  }

  func run() throws {
    if repair || propose != nil { return try mend() }
    let report = try store.open().checkGrids(
      generation: generation, net: net.net, households: households)
    try answer.write(report, else: report.summary)
    if !report.valid { throw ExitCode(ExitStatus.refused) }
  }

  private func mend() throws {
    let report = try store.open().repairGrids(
      generation: generation, net: net.net,
      options: GridRepairOptions(tolerance: tolerance, sliverWidth: sliver), keeps: repair)
    if let propose {
      let sink = try ByteSink(propose)
      try sink.write(report.geoJSON)
      try sink.finish()
      if propose == "-" { return StandardError.say(report.summary) }
    }
    try answer.write(report, else: report.summary)
  }
}
