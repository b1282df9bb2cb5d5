import ArgumentParser
import Gewu
import Words

/// The command `gewu subjects`.
struct SubjectsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subjects", words: Help.Subjects.command,
    subcommands: [
      SubjectsAssembleCommand.self, SubjectsListCommand.self, SubjectsDigestCommand.self,
    ])
}

/// The command `gewu subjects assemble`.
struct SubjectsAssembleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assemble", words: Help.Subjects.assemble)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Subjects.rules))
  var rules: String?

  @Option(help: .words(Help.Subjects.kinds))
  var kind: [String] = []

  @Flag(help: .words(Help.Subjects.whole))
  var whole = false

  @Option(help: .words(Help.HotSpots.threads))
  var threads = 2

  func validate() throws {
    guard (1...256).contains(threads) else {
      throw ValidationError(Usage.range("--threads", is: threads, from: 1, to: 256))
    }
  }

  func run() throws {
    let district = try store.open()
    let reports = try district.assembleSubjects(
      by: rules ?? District.subjectFolder, kinds: kind, isWhole: whole, threads: threads)
    try answer.write(reports, else: reports.summary)
  }
}

/// The command `gewu subjects list`.
struct SubjectsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", words: Help.Subjects.list)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Subjects.kind))
  var kind: String?

  @Option(help: .words(Help.Subjects.after))
  var after: String?

  @Option(help: .words(Help.Subjects.limit))
  var limit = 100

  func validate() throws {
    guard limit > 0 else { throw ValidationError(Usage.range("--limit", is: limit, from: 1)) }
  }

  func run() throws {
    let found = try store.open().subjects(ofKind: kind, after: after, limit: limit)
    try answer.write(found, else: found.table)
  }
}

/// The command `gewu subjects digest`.
struct SubjectsDigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest", words: Help.Subjects.digest)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Subjects.kind))
  var kind: String?

  @Flag(help: .words(Help.Subjects.asWhole))
  var whole = false

  func run() throws {
    let found = try store.open().subjectDigests(ofKind: kind, asWhole: whole)
    try answer.write(found, else: found.table)
  }
}
