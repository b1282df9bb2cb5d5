import ArgumentParser
import Gewu
import Words

/// The command `gewu grids activate`.
struct GridsActivateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate", abstract: "Check the generation being prepared and make it active.",
    discussion: """
      With --at it answers from that moment on. One to come is kept: the generation becomes active \
      then, unless something is loaded into it before. Rows are attached to it by `gewu attach`.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The generation.")
  var generation: Int64

  @Flag(help: "Activate even an invalid coverage; look-ups then say so.")
  var allowInvalid = false

  @Option(help: "From when on: a day (YYYY-MM-DD, its first moment in UTC) or a moment (RFC 3339).")
  var at: String?

  func run() throws {
    do {
      let district = try store.open()
      let report = try district.activate(
        generation: generation, allowInvalid: allowInvalid, at: at)
      let all = try district.nets().flatMap { try district.generations(net: $0.name) }
      try answer.write(
        report, else: GenerationListing.activation(of: generation, among: all, check: report))
    } catch let refusal as InvalidCoverage {
      // A reader that has seen enough does not turn a refusal into a success.
      try? answer.write(refusal.report, else: refusal.report.summary)
      throw refusal
    }
  }
}
