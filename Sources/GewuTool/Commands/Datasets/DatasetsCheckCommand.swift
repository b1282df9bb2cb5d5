import ArgumentParser
import Gewu

/// The command `gewu datasets check`.
struct DatasetsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold all manifests to the rules, and show every fault.",
    discussion: "Ends with 1 where a manifest has an error.")

  @OptionGroup var answer: AnswerOptions

  @Option(help: "The folder of manifests.")
  var manifests = "Importers"

  func run() throws {
    let review = try ReviewedManifests(path: manifests)
    try answer.write(review, else: review.text(isChinese: Language.isChinese))
    if !review.isClean { throw ExitCode(ExitStatus.failed) }
  }
}
