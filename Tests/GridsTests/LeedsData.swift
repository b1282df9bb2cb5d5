import Foundation
import Geometry

@testable import Grids

/// The census areas of Leeds in the folder beside the repository.
enum LeedsData {
  static let folder =
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("../../../shared/data/leeds").standardizedFileURL

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("oa.geojson").path)
  }

  /// The output areas and their coverage, read once for all tests.
  static let outputAreas = Result {
    let cells = try read("oa.geojson")
    return (cells: cells, coverage: Coverage(cells: cells))
  }

  static func read(_ file: String) throws -> [MultiPolygon] {
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
