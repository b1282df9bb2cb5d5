import ArgumentParser
import Geometry
import Gewu
import Words

/// The command `gewu locate`.
struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate", abstract: "Say which grid a position is in.",
    usage: """
      gewu locate <lon> <lat> [--crs <crs>] [--at <date>] [--net <net> | --nets <nets>] [--json]
      gewu locate --input <file> [--net <net> | --nets <nets>] [--output <file>] [--lon <column>] [--lat <column>] [--crs <crs>]
      """,
    discussion: """
      A position on a border line has exactly one grid, the same one every time, and the status \
      "border"; the outer border is inside.

      With --input a table goes through: the same rows come out, byte for byte and in order, with \
      the columns grid_code and grid_status added (inside, border, outside, invalid), and with --nets \
      police_code and police_status for a net of that name. Fields are \
      divided by commas; by semicolons or tabs where the first line has no comma. "-" is standard \
      input or output.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var answer: AnswerOptions

  @OptionGroup var net: NetOptions

  @Option(help: "Answer from these nets too: all, or names with commas like police,school.")
  var nets: String?

  @Argument(help: "The longitude or easting.")
  var longitude: String?

  @Argument(help: "The latitude or northing.")
  var latitude: String?

  @Option(help: "The reference system: EPSG:n, wgs84, cgcs2000, gcj02 or bd09.")
  var crs = "wgs84"

  @Option(help: "Answer as of this date (YYYY-MM-DD) or moment (RFC 3339).")
  var at: String?

  @Option(help: "A table with a header (CSV), or - for standard input.")
  var input: String?

  @Option(help: "Where the table goes, or - for standard output.")
  var output = "-"

  @Option(name: .customLong("lon"), help: "The column of the longitude or easting.")
  var longitudeColumn: String?

  @Option(name: .customLong("lat"), help: "The column of the latitude or northing.")
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
    let crs = try CRSName(crs)
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
    Coordinate(
      x: try Self.number(longitude, Usage.longitude), y: try Self.number(latitude, Usage.latitude))
  }

  private static func number(_ text: String?, _ name: Wording) throws -> Double {
    let text = String((text ?? "").drop { $0 == " " })
    guard let number = Double(text), number.isFinite else {
      throw ValidationError(Usage.number(text, name))
    }
    return number
  }

  private func pass(
    _ input: String, through locator: PointLocator, beside others: [NetLocator]
  ) throws {
    let source = try ByteSource(input)
    let sink = try ByteSink(output)
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
