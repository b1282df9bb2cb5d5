import ArgumentParser
import Gewu

/// The command `gewu datasets draft`.
struct DatasetsDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Propose a manifest from a sample file.",
    discussion: """
      Reads the whole of the sample, guesses nothing silently, and prints a manifest whose \
      comments say what speaks for each proposal. Read it, correct it, save it below the folder \
      of manifests, and try it with `gewu import FILE --dataset ID --dry-run`.
      """)

  @OptionGroup var answer: AnswerOptions

  @Argument(help: "The sample: a file as the department delivers it.")
  var file: String

  @Option(help: "The identifier of the data set; else made from the file's name.")
  var dataset: String?

  @Option(
    help: "The folder of manifests whose names of fields are used again; as of `gewu import`.")
  var manifests: String?

  func run() throws {
    let draft = try DraftedManifest(
      sample: file, dataset: dataset, manifests: ManifestOptions.path(manifests))
    try answer.write(draft, else: draft.yaml)
    let questions = Language.isChinese ? draft.questionsChinese : draft.questions
    for question in questions { StandardError.say("? \(question)") }
  }
}
