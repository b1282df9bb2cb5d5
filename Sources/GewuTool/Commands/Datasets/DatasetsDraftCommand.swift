import ArgumentParser
import Foundation
import Gewu
import Words

/// The command `gewu datasets draft`.
struct DatasetsDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", words: Help.DatasetsDraft.command)

  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.DatasetsDraft.file))
  var file: String

  @Option(help: .words(Help.DatasetsDraft.dataset))
  var dataset: String?

  @Option(help: .words(Help.DatasetsDraft.manifests))
  var manifests: String?

  func run() throws {
    // What a machine is told is the same in both languages.
    let language = answer.json ? Language.english : Invocation.current.language
    let cells = ProcessInfo.processInfo.environment["GEWU_DRAFT_CELLS"].flatMap { Int($0) }
    let draft = try DraftedManifest(
      sample: file, dataset: dataset, manifests: ManifestOptions.path(manifests), cells: cells,
      words: { $0.map(\.wording).joined()[language] })
    try answer.write(draft.answer, else: Wording(english: draft.yaml, chinese: draft.yaml))
    for question in draft.questions {
      StandardError.say(Wording(verbatim: "? ") + question.wording)
    }
  }
}
