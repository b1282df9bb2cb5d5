import ArgumentParser
import Geometry
import Files
import Gewu
import Words

/// The command `gewu locate`.
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate", words: Help.Locate.command,
    usage: """
      gewu locate <lon> <lat> [--crs <crs>] [--accept-accuracy <metres>] [--at <date>] [--net <net> | --nets <nets>] [--json]
      gewu locate --input <file> [--net <net> | --nets <nets>] [--output <file>] [--lon <column>] [--lat <column>] [--crs <crs>] [--accept-accuracy <metres>]
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @OptionGroup var net: NetOptions

  @Option(help: .words(Help.Locate.nets))
  var nets: String?

  @Argument(help: .words(Help.Locate.longitude))
  var longitude: String?

  @Argument(help: .words(Help.Locate.latitude))
  var latitude: String?

  @Option(help: .words(Help.Locate.crs))
  var crs = "wgs84"

  @OptionGroup var accuracy: AccuracyOptions

  @Option(help: .words(Help.Locate.at))
  var at: String?

  @Option(help: .words(Help.Locate.input))
  var input: String?

  @Option(help: .words(Help.Locate.output))
  var output = "-"

  @Option(name: .customLong("lon"), help: .words(Help.Locate.longitudeColumn))
  var longitudeColumn: String?

  @Option(name: .customLong("lat"), help: .words(Help.Locate.latitudeColumn))
  var latitudeColumn: String?

  func validate() throws {
    guard nets == nil || net.net == "base" else {
      throw ValidationError(Usage.netOrNets)
    }
    if input == nil {
      guard longitude != nil, latitude != nil else {
        throw ValidationError(Usage.position)
      }
      _ = try position()
    } else if longitude != nil {
      throw ValidationError(Usage.positionOrTable)
    }
  }

  func run() throws {
    var crs = try CRSName(crs)
    if let metres = accuracy.acceptAccuracy { crs = crs.accepting(metres) }
    let district = try store.open()
    if let input {
      let others = try nets.map {
        try district.netLocators(of: NetSelection($0), crs: crs, at: at)
      }
      try pass(
        input, through: district.pointLocator(net: net.net, crs: crs, at: at), beside: others ?? [])
    } else {
      let found =
        if let nets {
          try district.locate(position(), crs: crs, at: at, nets: NetSelection(nets))
        } else {
          try district.pointLocator(net: net.net, crs: crs, at: at).answer(for: position())
        }
      try answer.write(found, else: found.summary)
    }
  }

  private func position() throws -> Coordinate {
    try Coordinate(longitude: longitude, latitude: latitude)
  }

  private func pass(
    _ input: String, through locator: PointLocator, beside others: [NetLocator]
  ) throws {
    let source = try ByteSource(input)
    let sink = try ByteSink(output, sparing: store.spared.and(inputs: [input]))
    let table = LocateTable(
      locator, beside: others, longitude: longitudeColumn, latitude: latitudeColumn)
    let summary = try table.transform(
      named: source.name.spoken, from: source.read(into:), to: sink.write)
    try sink.finish()
    for (net, locator) in [(net.net, locator)] + others.map({ ($0.net, $0.locator) })
    where !locator.isCoverageValid {
      StandardError.warn(Notices.invalidCoverage(ofNet: net))
    }
    StandardError.say(summary.summary)
  }
}
