import ArgumentParser
import Gewu

/// The command `gewu grids activate`.
struct GridsActivateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate", abstract: "Check the generation being prepared and make it active.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The generation.")
  var generation: Int64

  @Flag(help: "Activate even an invalid coverage; look-ups then say so.")
  var allowInvalid = false

  func run() throws {
    do {
      let report = try store.open().activate(generation: generation, allowInvalid: allowInvalid)
      let problems =
        report.valid ? "; its coverage is valid" : " with \(report.problemCount) problems"
      try answer.write(report, else: "generation \(generation) is active" + problems)
    } catch let refusal as InvalidCoverage {
      // A reader that has seen enough does not turn a refusal into a success.
      try? answer.write(refusal.report, else: refusal.report.listing)
      throw refusal
    }
  }
}
