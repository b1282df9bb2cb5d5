import ArgumentParser
import DemoDistrict
import Gewu
import Words

/// The command `gewu demo explain`.
struct DemoExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", words: Help.DemoExplain.command)

  @Argument(help: .words(Help.DemoExplain.folder))
  var folder: String

  @Argument(help: .words(Help.DemoExplain.file))
  var file: String

  @Argument(help: .words(Help.DemoExplain.row))
  var row: Int

  @Option(help: .words(Help.DemoExplain.month))
  var month = 1

  @OptionGroup var manifests: ManifestOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let found = try DemoDistrict.explain(
      file, row: row, month: month, in: folder,
      manifestsAt: manifests.manifests ?? CityKey.manifests(ofDistrictAt: folder)
        ?? manifests.path)
    try answer.write(found, else: DemoRow(found).summary)
  }
}

extension DemoRow {
  fileprivate init(_ found: RowExplanation) {
    self.init(
      file: found.file, row: found.row,
      links: found.links.map { ($0.role, $0.kind, $0.number) },
      place: [found.address, found.longitude, found.latitude, found.grid].compactMap(\.self),
      outcome: found.outcome,
      notes: [found.reasons, found.remarks, found.faults].map { $0 ?? "" },
      columns: found.columns.map {
        [$0.name, $0.sent, $0.seen, $0.truth, $0.source, $0.form == "plain" ? "" : $0.form]
      })
  }
}
