import Foundation
import Gewu
import Synchronization
import TestSupport
import Time

/// A folder of one test's own with a district in it, removed at the end.
final class Sample {
  private let files: TemporaryFolder
  let district: District

  var folder: URL { files.url }

  /// Makes a district with the given levels in a fresh folder.
  init(
    levels: [String] = ["city", "street", "grid"], srid: Int = 4490, zone: String? = "UTC",
    clock: Clock = .system, key: KeySource = .none
  ) throws {
    files = try TemporaryFolder()
    district = try District.create(
      at: files.path("gewu.sqlite"), srid: srid, levels: levels, zone: zone, clock: clock,
      key: key.key)
  }

  /// Writes a file and returns its path.
  func write(_ text: String, as name: String) throws -> String {
    try files.write(text, as: name)
  }

  /// Loads squares as the grid level under streets by field, and activates them.
  @discardableResult
  func loadLattice(side: Int = 4) throws -> GridLoadReport {
    try district.loadGrids(
      GridLoadRequest(
        file: write(Self.lattice(side: side), as: "grid.geojson"), level: "grid",
        codeField: "code", nameField: "name", parentField: "street", activates: true))
  }

  /// `side` × `side` squares of 0.01 degrees from 116° E, 39° N as GeoJSON.
  ///
  /// Code `G<row><column>`, counted from the south-west; the street is `S<half>`,
  /// west or east.
  static func lattice(side: Int, changing: (Int, Int) -> String? = { _, _ in nil }) -> String {
    SquareLattice(columns: side, rows: side, west: 116, south: 39, perDegree: 100) { row, column in
      [
        ("code", "G\(row)\(column)"), ("name", "格\(row)\(column)"),
        ("street", "S\(column < side / 2 ? 0 : 1)"),
      ]
    }
    .geoJSON(changing: changing)
  }

  /// A feature collection of features written out.
  static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}"
  }

  /// The ring of a square; its corners are computed once a lattice line, so that
  /// neighbours share them bit for bit.
  static func square(west: Double, south: Double, size: Double) -> String {
    let east = ((west + size) * 100).rounded() / 100
    let north = ((south + size) * 100).rounded() / 100
    let w = (west * 100).rounded() / 100
    let s = (south * 100).rounded() / 100
    return "[[\(w),\(s)],[\(east),\(s)],[\(east),\(north)],[\(w),\(north)],[\(w),\(s)]]"
  }
}

/// A clock that stands still until a test turns it.
final class HandClock: Sendable {
  private let moment: Mutex<Moment>

  init(_ text: String) throws {
    moment = Mutex(try Moment(text, in: .utc))
  }

  var clock: Clock { Clock { self.moment.withLock { $0 } } }

  func advance(by duration: Duration) {
    moment.withLock { $0 = $0.adding(duration) }
  }
}
