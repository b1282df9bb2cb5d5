import ArgumentParser
import DemoDistrict
import Gewu
import Words

/// The command `gewu demo`.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", words: Help.Demo.command,
    subcommands: [DemoMakeCommand.self, DemoCheckCommand.self, DemoExplainCommand.self])
}

/// The command `gewu demo check`.
struct DemoCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", words: Help.DemoCheck.command)

  @Argument(help: .words(Help.DemoCheck.folder))
  var folder: String

  @Option(help: .words(Help.Demo.month))
  var month = 1

  @OptionGroup var store: StoreOptions

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    if let city = try CityKey(folder: folder) { return try check(city) }
    let key = try AnswerKey(folder: folder, month: month)
    let district = try store.open()
    var differences: [Wording] = []
    for file in key.files + key.base {
      let found = try FileFindings(file, in: district).differences
      differences += found.map { Notices.about(file.file, $0) }
    }
    for file in key.refused
    where try district.importFigures(dataset: file.dataset, file: file.file) != nil {
      differences.append(
        Notices.about(file.file, Notices.imported(thoughRefusedAs: file.code.rawValue)))
    }
    let cells = try district.cellCounts()
    for (level, count) in key.boundaries.sorted(by: <) where cells[level] != count {
      differences.append(
        Notices.differs("cells of \(level)", is: cells[level] ?? 0, keySays: count))
    }
    for roster in key.rosters {
      differences += try RosterFindings(roster, in: district).differences
    }
    var figures = DemoFigures(key)
    let rows = try KeyRows(folder: folder, month: month, database: PlainTablesFile.reader)
    if let rows {
      let found = try RowFindings(rows, of: key.files, in: district)
      differences += found.differences
      (figures.rows, figures.unanswered) = (found.figures, found.subjects)
      let library = try KeyLibrary(folder: folder, through: month)
      let addresses = try AddressFindings(library, in: district)
      let subjects = try SubjectFindings(
        library, planted: try rows.planted(kinds: Array(key.planted.keys)), in: district)
      differences += addresses.differences + subjects.differences
      (figures.addresses, figures.subjects) = (addresses.figures, subjects.figures)
      figures.leaveOutAnswered()
    }
    try report(differences, from: "\(folder)/\(key.fileName)")
    // Clusters shrink with the district; in a part of one they are too few to be found.
    if key.rowsPercent == 100 {
      figures.hotSpots = try HotSpotFindings(key, in: district).answers
    }
    try answer.write(figures, else: figures.summary)
  }

  /// The same of all districts of a city.
  private func check(_ city: CityKey) throws {
    let found = try CityFindings(city, in: folder, month: month, store: try store.open())
    try report(found.differences, from: "\(folder)/\(CityKey.fileName)")
    try answer.write(found.figures, else: found.figures.summary)
  }

  /// Ends the command where anything differs.
  private func report(_ differences: [Wording], from key: String) throws {
    guard !differences.isEmpty else { return }
    for line in differences { StandardError.say(line) }
    StandardError.warn(Notices.differences(differences.count, from: key))
    throw ExitCode(ExitStatus.failed)
  }
}
