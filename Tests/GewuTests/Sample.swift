import Foundation
import Gewu
import Synchronization
import Time

/// A folder of one test's own with a district in it, removed at the end.
final class Sample {
  let folder: URL
  let district: District

  /// Makes a district with the given levels in a fresh folder.
  init(
    levels: [String] = ["city", "street", "grid"], srid: Int = 4490, clock: Clock = .system
  ) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gewu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    district = try District.create(
      at: folder.appendingPathComponent("gewu.sqlite").path, srid: srid, levels: levels,
      clock: clock)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file and returns its path.
  func write(_ text: String, as name: String) throws -> String {
    let path = folder.appendingPathComponent(name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
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
    var features: [String] = []
    for row in 0..<side {
      for column in 0..<side {
        let ring =
          changing(row, column)
          ?? square(west: 116 + Double(column) / 100, south: 39 + Double(row) / 100, size: 0.01)
        features.append(
          """
          {"type":"Feature","properties":{"code":"G\(row)\(column)","name":"格\(row)\(column)",\
          "street":"S\(column < side / 2 ? 0 : 1)"},\
          "geometry":{"type":"Polygon","coordinates":[\(ring)]}}
          """)
      }
    }
    return collection(features)
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
    moment = Mutex(try Moment(text))
  }

  var clock: Clock { Clock { self.moment.withLock { $0 } } }

  func advance(by duration: Duration) {
    moment.withLock { $0 = $0.adding(duration) }
  }
}
