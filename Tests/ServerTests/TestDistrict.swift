import Datasets
import Foundation
import Gewu
import Hummingbird
import Logging
import TestSupport

@testable import Server

/// A small district in a folder of its own: nine grids of 0.01° in three streets.
///
/// Grid `g<row><column>` lies at 120 + column/100 east, 30 + row/100 north; a row
/// is a street, `s<row>`.
final class TestDistrict: Sendable {
  let district: District
  private let files: TemporaryFolder

  var folder: URL { files.url }

  /// - Parameter isSealed: whether the store has a key, in the same folder.
  init(isLoaded: Bool = true, isSealed: Bool = false) throws {
    files = try TemporaryFolder()
    let (store, levels) = (files.path("store.sqlite"), ["street", "grid"])
    district =
      isSealed
      ? try District.createSealed(
        at: store, srid: 4326, levels: levels, keys: KeySource(file: files.path("key")),
        comment: { $0 }
      ).district : try District.create(at: store, srid: 4326, levels: levels)
    guard isLoaded else { return }
    _ = try district.loadGrids(
      GridLoadRequest(
        file: files.write(Self.coverage, as: "grids.geojson"), level: "grid", codeField: "code",
        nameField: "name",
        parentField: "street", activates: true))
  }

  /// The service of the district; `test` sends it requests.
  func test(
    _ configuration: ServerConfiguration = ServerConfiguration(),
    _ body: @escaping @Sendable (RouterClient) async throws -> Void
  ) async throws {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let application = try GewuServer.buildApplication(
      district: district, configuration: configuration, logger: logger)
    try await RouterClient.run(application, body)
  }

  /// The nine grids as a feature collection.
  static var coverage: String { lattice.geoJSON() }

  /// The same with `g00` and `g01` made one, `g0w`, and `g22` given up.
  static var redrawn: String {
    let kept = (0..<3).flatMap { row in (0..<3).map { (row, $0) } }.dropFirst(2).dropLast()
    let west = SquareLattice.feature(
      [("code", "g0w"), ("name", "网格 0w"), ("street", "s0")],
      ring: "[[120,30],[120.01,30],[120.02,30],[120.02,30.01],[120.01,30.01],[120,30.01],[120,30]]")
    return SquareLattice.collection(
      [west]
        + kept.map { row, column in
          SquareLattice.feature(
            lattice.properties(row, column), ring: lattice.ring(row: row, column: column))
        })
  }

  private static var lattice: SquareLattice {
    SquareLattice(columns: 3, rows: 3, west: 120, south: 30, perDegree: 100) { row, column in
      [("code", "g\(row)\(column)"), ("name", "网格 \(row)\(column)"), ("street", "s\(row)")]
    }
  }
}

extension TestDistrict {
  /// Imports twelve incidents: eight in grid `g11`, one in `g00`, two outside, one without position.
  ///
  /// - Parameter sensitivity: how sensitive they are said to be; nothing is said where it is nil.
  func importIncidents(sensitivity: Int? = nil) throws {
    let manifest = folder.appending(path: "incident.yaml")
    let level = sensitivity.map { "\n  sensitivity: \($0)" } ?? ""
    try (Self.manifest + level).write(to: manifest, atomically: true, encoding: .utf8)
    let table = folder.appending(path: "incidents.csv")
    let rows =
      (0..<8).map { "\($0),\(120.015 + Double($0 % 2) / 1000),30.015,2026-01-0\($0 + 1),noise" }
      + [
        "8,120.005,30.005,2026-02-01,litter", "9,120.4,30.3,2026-02-02,litter",
        "10,119.7,29.8,2026-02-03,noise", "11,,,2026-02-04,noise",
      ]
    try ("number,lon,lat,day,kind\n" + rows.joined(separator: "\n") + "\n")
      .write(to: table, atomically: true, encoding: .utf8)
    _ = try district.importFile(
      at: table.path, manifest: try Manifest(path: manifest.path))
  }

  private static let manifest = """
    name: incident
    title: Incidents
    fields:
      - {name: number, type: string}
      - {name: lon, type: number}
      - {name: lat, type: number}
      - {name: day, type: date}
      - {name: kind, type: string}
    gewu:
      dataset: incident
      title_zh: 事件
      files: ["incidents.csv"]
      load: append
      location: {x: lon, y: lat, crs: wgs84}
      category: kind
      date: day
    """
}
