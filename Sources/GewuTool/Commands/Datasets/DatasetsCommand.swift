import ArgumentParser
import Gewu
import Words

/// The command `gewu datasets`.
struct DatasetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "datasets",
    abstract: "List the imported data sets, show one, draft and check manifests.",
    subcommands: [List.self, Show.self, DatasetsDraftCommand.self, DatasetsCheckCommand.self])

  /// The command `gewu datasets list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the data sets that the store holds rows of.")

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
      commandName: "show", abstract: "Show one data set: its rows, categories and exposures.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var answer: AnswerOptions

    @Argument(help: "The data set.")
    var dataset: String

    func run() throws {
      let datasets = try store.open().datasets()
      guard let found = datasets.first(where: { $0.id == dataset }) else {
        let known = datasets.map(\.id).joined(separator: ", ")
        throw GewuError(
          .notFound,
          "there is no data set «\(dataset)»"
            + (known.isEmpty ? "; see `gewu import`" : "; there are \(known)"))
      }
      try answer.write(found, else: found.summary)
    }
  }
}

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
    try answer.write(review, else: review.summary)
    if !review.isClean { throw ExitCode(ExitStatus.failed) }
  }
}
