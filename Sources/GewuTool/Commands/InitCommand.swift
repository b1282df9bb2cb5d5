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

  @Flag(help: .words(Help.Init.unsealed))
  var unsealed = false

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
    if unsealed, sealed || profile != nil { throw ValidationError(Usage.sealedAndUnsealed) }
  }

  func run() throws {
    let names = levels.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.filter { $0 != " " })
    }
    let (district, place) = try make(levels: names)
    try district.keep(wordings: ReasonWords.catalogue)
    try answer.write(
      Answer(
        store: district.storePath, srid: district.srid, levels: district.levelNames,
        zone: district.zoneName, sealed: !unsealed, key_file: place?.made),
      else: Notices.made(
        store: district.storePath, srid: district.srid, levels: district.levelNames,
        zone: district.zoneName))
    if unsealed { StandardError.say(SealWords.unsealed(district.storePath)) }
    if let place {
      StandardError.say(SealWords.key(in: place))
      StandardError.say(SealWords.keepKey)
    }
  }

  /// Makes the store, sealed where nothing else was asked for, and says where its key is.
  private func make(levels: [String]) throws -> (district: District, place: KeyPlace?) {
    let keys = Invocation.current.keys
    guard !unsealed else {
      let district = try District.create(
        at: store.path, srid: srid, levels: levels, zone: zone, key: keys.key)
      return (district, nil)
    }
    return try District.createSealed(
      at: store.path, srid: srid, levels: levels, zone: zone, by: profile, keys: keys,
      comment: SealWords.keyComment)
  }
}
