import ArgumentParser
import DemoDistrict
import Gewu
import Words

/// The command `gewu demo`.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a fictional district with its departments' files, and check an import of them.",
    subcommands: [DemoMakeCommand.self, DemoCheckCommand.self])
}

/// The command `gewu demo check`.
struct DemoCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Hold the batches of a store to the answer key of a district.",
    discussion: """
      Compares, file by file, what the first import of the folder's files came to with what the \
      district knows of them, before files of another month are imported: read, inserted, duplicate, quarantined, blank, each reason and remark, \
      and the rows attached to each cell. Ends with 1 where anything differs.
      """)

  @Argument(help: "The folder that `gewu demo make` made.")
  var folder: String

  @Option(help: "The month whose files were imported last: 1 or 2.")
  var month = 1

  @OptionGroup var store: StoreOptions

  func run() throws {
    let key = try AnswerKey(folder: folder, month: month)
    let district = try store.open()
    var differences: [Wording] = []
    for file in key.files {
      let found = try FileFindings(file, in: district).differences
      differences += found.map { Notices.about(file.file, $0) }
    }
    guard differences.isEmpty else {
      for line in differences { StandardError.say(line) }
      StandardError.warn(
        Notices.differences(differences.count, from: "\(folder)/\(key.fileName)"))
      throw ExitCode(ExitStatus.failed)
    }
    try StandardOutput.write(DemoFigures(key).summary)
  }
}
