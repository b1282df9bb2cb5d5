import ArgumentParser
import Gewu
import Words

/// The command `gewu init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", words: Help.Init.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @Option(help: .words(Help.Init.srid))
  var srid = 4490

  @Option(help: .words(Help.Init.levels))
  var levels = "district,street,community,grid"

  @Option(help: .words(Help.Init.zone))
  var zone: String?

  @Flag(help: .words(Help.Init.sealed))
  var sealed = false

  private struct Answer: Encodable {
    let store: String
    let srid: Int
    let levels: [String]
    let zone: String
    let sealed: Bool
    let key_file: String?
  }

  func validate() throws {
    if Invocation.current.isReadOnly { throw ValidationError(Usage.makesNothing) }
  }

  func run() throws {
    let names = levels.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { $0 != " " })
    }
    var keyFile: String?
    let comment: ((String) -> String)? = sealed ? { SealWords.keyComment(store: $0) } : nil
    let district = try District.create(
      at: store.path, srid: srid, levels: names, zone: zone, keys: Invocation.current.keys,
      sealing: comment, sealed: { keyFile = $0.keyFile })
    try district.keep(wordings: ReasonWords.catalogue)
    try answer.write(
      Answer(
        store: district.storePath, srid: district.srid, levels: district.levelNames,
        zone: district.zoneName, sealed: sealed, key_file: keyFile),
      else: Notices.made(
        store: district.storePath, srid: district.srid, levels: district.levelNames,
        zone: district.zoneName))
    if let keyFile {
      StandardError.say(SealWords.madeKey(keyFile))
      StandardError.say(SealWords.keepKey)
    }
  }
}
