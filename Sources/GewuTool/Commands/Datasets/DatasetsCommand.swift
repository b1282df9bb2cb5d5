import ArgumentParser
import Gewu

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
      var table = TextTable([
        ("data set", .left), ("title", .left), ("rows", .right), ("attached", .right),
        ("unattached", .right), ("from", .left), ("to", .left),
      ])
      for dataset in datasets {
        table.append([
          dataset.id, (Language.isChinese ? dataset.titleChinese : nil) ?? dataset.title ?? "",
          "\(dataset.rows)", "\(dataset.attached)", "\(dataset.unattached)",
          dataset.firstDate ?? "", dataset.lastDate ?? "",
        ])
      }
      try answer.write(datasets, else: table.text)
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
      try answer.write(found, else: Self.text(of: found))
    }

    private static func text(of dataset: DatasetSummary) -> String {
      var lines = ["data set    \(dataset.id)"]
      if let title = dataset.title { lines.append("title       \(title)") }
      if let title = dataset.titleChinese { lines.append("标题        \(title)") }
      if let department = dataset.department { lines.append("department  \(department)") }
      lines.append(
        "rows        \(dataset.rows): \(dataset.attached) attached, "
          + "\(dataset.unattached) unattached")
      if let first = dataset.firstDate, let last = dataset.lastDate {
        lines.append("dates       \(first) to \(last)")
      }
      lines += dataset.exposures.map { "exposure    \($0.name)\($0.title.map { ": \($0)" } ?? "")" }
      lines += dataset.categories.map { "category    \($0)" }
      return lines.joined(separator: "\n")
    }
  }
}

/// The command `gewu datasets check`.
struct DatasetsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold all manifests to the rules, and show every fault.",
    discussion: "Ends with 1 where a manifest has an error.")

  @OptionGroup var answer: AnswerOptions

  @OptionGroup var manifests: ManifestOptions

  func run() throws {
    let review = try ReviewedManifests(path: manifests.path)
    try answer.write(review, else: review.text(isChinese: Language.isChinese))
    if !review.isClean { throw ExitCode(ExitStatus.failed) }
  }
}
