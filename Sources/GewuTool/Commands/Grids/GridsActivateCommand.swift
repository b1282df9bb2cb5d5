import ArgumentParser
import Gewu
import Words

/// The command `gewu grids activate`.
struct GridsActivateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activate", words: Help.GridsActivate.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Shared.generation))
  var generation: Int64

  @Flag(help: .words(Help.Shared.allowInvalid))
  var allowInvalid = false

  @OptionGroup var shrink: ShrinkOption

  @Option(help: .words(Help.GridsActivate.at))
  var at: String?

  func run() throws {
    do {
      let district = try store.open()
      let report = try district.activate(
        generation: generation, allowInvalid: allowInvalid, maximumShrink: shrink.share,
        at: at)
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
