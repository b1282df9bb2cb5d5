import ArgumentParser
import Gewu

/// The command `gewu grids check`.
struct GridsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "List gaps, overlaps and every other fault of the boundaries.",
    discussion: """
      Checks the generation being prepared, else the active one. Ends with 4 where the coverage is \
      invalid. Places are longitude and latitude in WGS 84.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: "The generation.")
  var generation: Int64?

  func run() throws {
    let report = try store.open().checkGrids(generation: generation)
    try answer.write(report, else: report.listing)
    if !report.valid { throw ExitCode(ExitStatus.refused) }
  }
}
