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

  @Option(help: .words(Help.Init.profile))
  var profile: SealAlgorithms?

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
    let keys = Invocation.current.keys
    let district = try District.create(
      at: store.path, srid: srid, levels: names, zone: zone, key: keys.key)
    let sealed = sealed || profile != nil
    let keyFile = try sealed ? seal(district, keys) : nil
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

  /// Seals the store that was made, and returns the file of its key where that was made; where it fails no
  /// store is left.
  private func seal(_ district: District, _ keys: KeySource) throws -> String? {
    do {
      return try district.seal(by: profile, keys: keys, comment: SealWords.keyComment).keyFile
    } catch {
      district.discard()
      throw error
    }
  }
}
