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

  func run() throws {
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
    guard differences.isEmpty else {
      for line in differences { StandardError.say(line) }
      StandardError.warn(
        Notices.differences(differences.count, from: "\(folder)/\(key.fileName)"))
      throw ExitCode(ExitStatus.failed)
    }
    try StandardOutput.write(DemoFigures(key).summary)
  }
}
