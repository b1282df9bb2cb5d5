import Foundation
import Geometry

@testable import Grids

/// The census areas of Leeds: `leeds/*.geojson` in the folder that `GEWU_REAL_DATA` names.
enum LeedsData {
  static let folder: URL? = {
    guard let root = ProcessInfo.processInfo.environment["GEWU_REAL_DATA"], !root.isEmpty else {
      print("skipped: the census areas of Leeds; set GEWU_REAL_DATA to a folder with leeds/")
      return nil
    }
    return URL(fileURLWithPath: root).appendingPathComponent("leeds")
  }()

  /// Whether to run what needs them; a folder that lacks them fails the tests.
  static var isThere: Bool { folder != nil }

  /// The output areas and their coverage, read once for all tests.
  static let outputAreas = Result {
    let cells = try read("oa.geojson")
    return (cells: cells, coverage: Coverage(cells: cells))
  }

  static func read(_ file: String) throws -> [MultiPolygon] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    let collection = try JSONDecoder().decode(FeatureCollection.self, from: data)
    return collection.features.map(\.geometry.boundary)
  }

  private struct FeatureCollection: Decodable {
    var features: [Feature]
  }

  private struct Feature: Decodable {
    var geometry: Shape
  }

  private struct Shape: Decodable {
    var boundary: MultiPolygon

    enum Key: String, CodingKey {
      case type, coordinates
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      let isMulti = try values.decode(String.self, forKey: .type) == "MultiPolygon"
      let parts =
        isMulti
        ? try values.decode([[[[Double]]]].self, forKey: .coordinates)
        : [try values.decode([[[Double]]].self, forKey: .coordinates)]
      boundary = MultiPolygon(
        parts.map { rings in
          Polygon(
            rings: rings.map { ring in Ring(ring.map { Coordinate(x: $0[0], y: $0[1]) }) })
        })
    }
  }
}
