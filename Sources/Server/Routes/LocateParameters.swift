import Geometry
import Hummingbird

/// What `GET /v1/locate` is asked.
struct LocateParameters: Sendable {
  /// The names of the parameters; the OpenAPI document is held to them.
  static let names = [
    "lon", "lat", "crs", "at", "net", "nets", "boundary", "radius", "address", "format",
  ]
  /// The greatest radius, in metres.
  static let greatestRadius = 50_000

  /// Longitude or easting first, in ``crs``.
  let position: Coordinate
  /// The system that the position is in.
  let crs: CRSName
  /// The day or moment whose boundaries answer; now, where it is nil.
  let date: String?
  /// Which nets answer.
  let nets: NetParameters
  /// Whether the answer carries the boundary of the grid.
  let hasBoundary: Bool
  /// Whether the answer carries the nearest door of the register of addresses.
  let hasAddress: Bool
  /// How far around the position grids are named, in metres; nil for not at all.
  let radius: Double?
  /// Whether the answer is a feature of GeoJSON.
  let wantsFeature: Bool

  /// Reads the parameters of a request.
  ///
  /// Throws one problem that names every wrong field.
  init(_ request: Request) throws {
    var query = QueryReader(request, known: Self.names)
    position = Coordinate(x: query.requiredNumber("lon"), y: query.requiredNumber("lat"))
    crs = query.crs()
    date = query.moment("at")
    nets = query.nets()
    hasBoundary = query.flag("boundary")
    hasAddress = query.flag("address")
    radius = query.text("radius").map { _ in
      Double(query.integer("radius", in: 1...Self.greatestRadius, standard: 1))
    }
    wantsFeature = query.wantsGeoJSON(request)
    try query.check()
  }

  /// Whether the store has to be read.
  var needsDisk: Bool {
    date != nil || hasBoundary || hasAddress || wantsFeature || !nets.isPlain
  }

  /// The name of the answer's form in its tag: two answers to the same parameters and of the same
  /// tag are the same.
  var form: String { wantsFeature ? "geo" : "json" }
}
