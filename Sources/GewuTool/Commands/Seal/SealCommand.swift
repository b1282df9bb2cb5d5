import ArgumentParser
import Gewu
import Words

/// The command `gewu seal`.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal", words: Help.Seal.command,
    subcommands: [
      SealStoreCommand.self, SealStatusCommand.self, SealRotateCommand.self,
      SealRewrapCommand.self, SealRecoveryCommand.self,
    ])
}

/// The command `gewu seal store`.
struct SealStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "store", words: Help.Seal.store)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Seal.profile))
  var profile: SealAlgorithms?

  func run() throws {
    let report = try store.open()
      .seal(by: profile, keys: Invocation.current.keys, comment: SealWords.keyComment)
    try answer.write(SealAnswer(report), else: SealWords.sealed(report))
    if report.keyFile != nil { StandardError.say(SealWords.keepKey) }
  }
}

extension SealAlgorithms: ExpressibleByArgument {}

/// The command `gewu seal status`.
struct SealStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "status", words: Help.Seal.status)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let district = try store.open()
    let status = try district.sealStatus()
    try answer.write(SealAnswer(status), else: SealWords.status(status, store: district.storePath))
  }
}

/// The command `gewu seal rotate`.
struct SealRotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rotate", words: Help.Seal.rotate)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Seal.newProfile))
  var profile: SealAlgorithms?

  func run() throws {
    let report = try store.open().rotateSeal(to: profile)
    try answer.write(SealAnswer(report), else: SealWords.sealed(report))
  }
}

/// The command `gewu seal rewrap`.
struct SealRewrapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rewrap", words: Help.Seal.rewrap)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Argument(help: .words(Help.Seal.newKey))
  var file: String

  func run() throws {
    let report = try store.open().rewrapSeal(by: file, comment: SealWords.keyComment)
    try answer.write(SealAnswer(report), else: SealWords.rewrapped(report))
    if report.keyFile != nil { StandardError.say(SealWords.keepKey) }
  }
}

/// The command `gewu seal export-recovery`.
struct SealRecoveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-recovery", words: Help.Seal.recovery)

  @OptionGroup var store: StoreOptions

  func run() throws {
    let text = try store.open()
      .recoveryText(keys: Invocation.current.keys, comment: SealWords.recoveryComment)
    try StandardOutput.write(text)
  }
}
