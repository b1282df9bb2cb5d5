import ArgumentParser
import Geometry
import Gewu
import Words

/// The command `gewu grids accept`.
struct GridsAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", words: Help.GridsAccept.command)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions
  @OptionGroup var net: NetOptions

  @Argument(help: .words(Help.GridsAccept.longitude))
  var longitude: String?

  @Argument(help: .words(Help.GridsAccept.latitude))
  var latitude: String?

  @Option(help: .words(Help.GridsAccept.name))
  var name: String?

  @Flag(help: .words(Help.GridsAccept.list))
  var list = false

  @Option(help: .words(Help.GridsAccept.remove))
  var remove: Int64?

  func validate() throws {
    if list, remove != nil { throw ValidationError(Usage.eitherOr("--list", "--remove")) }
    guard list || remove != nil else {
      guard longitude != nil, latitude != nil else { throw ValidationError(Usage.gap) }
      _ = try position()
      return
    }
    guard longitude == nil else {
      throw ValidationError(Usage.eitherOr("LONGITUDE LATITUDE", list ? "--list" : "--remove"))
    }
  }

  func run() throws {
    let district = try store.open()
    if list {
      let gaps = try district.acceptedGaps(net: net.net)
      try answer.write(gaps, else: GapListing.table(of: gaps))
    } else if let remove {
      let decision = try district.removeGap(remove, net: net.net)
      try answer.write(decision, else: decision.summary(isRemoved: true))
    } else {
      let decision = try district.acceptGap(at: position(), name: name, net: net.net)
      try answer.write(decision, else: decision.summary(isRemoved: false))
    }
  }

  private func position() throws -> Coordinate {
    try Coordinate(longitude: longitude, latitude: latitude)
  }
}
