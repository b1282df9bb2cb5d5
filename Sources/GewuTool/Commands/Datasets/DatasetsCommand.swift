import ArgumentParser
import Gewu
import Words

/// The command `gewu datasets`.
struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets", words: Help.Datasets.command,
    subcommands: [List.self, Show.self, DatasetsDraftCommand.self, DatasetsCheckCommand.self])

  /// The command `gewu datasets list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", words: Help.Datasets.list)

    @OptionGroup var store: StoreOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
      let datasets = try store.open().datasets()
      try answer.write(datasets, else: DatasetListing.table(of: datasets))
    }
  }

  /// The command `gewu datasets show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", words: Help.Datasets.show)

    @OptionGroup var store: StoreOptions
    @OptionGroup var answer: AnswerOptions

    @Argument(help: .words(Help.Datasets.dataset))
    var dataset: String

    func run() throws {
      let datasets = try store.open().datasets()
      guard let found = datasets.first(where: { $0.id == dataset }) else {
        throw ToolError(wording: Notices.noDataset(dataset, among: datasets.map(\.id)))
      }
      try answer.write(found, else: found.summary)
    }
  }
}

/// The command `gewu datasets check`.
struct DatasetsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", words: Help.DatasetsCheck.command)

  @OptionGroup var answer: AnswerOptions

  @OptionGroup var manifests: ManifestOptions

  func run() throws {
    let review = try ReviewedManifests(path: manifests.path)
    try answer.write(review.answer, else: review.summary)
    if !review.isClean { throw ExitCode(ExitStatus.failed) }
  }
}
