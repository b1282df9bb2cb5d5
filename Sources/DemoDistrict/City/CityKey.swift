import Foundation
import Tabular

/// What a made city consists of: written as `city.json` into its folder, beside a folder for each district.
package struct CityKey: Hashable, Sendable, Codable {
  /// A district of the city.
  package struct District: Hashable, Sendable, Codable {
    /// Its division code, which is the name of its folder too.
    package var code: String
    package var name: String
    package var grids: Int
    /// How many people live in it on the day of month 1.
    package var people: Int
    /// Its share of the rows of a whole district, in percent.
    package var rowsPercent: Int
  }

  package var seed: UInt64
  /// Whether the districts have what is planted for methods to find.
  package var plants: Bool
  /// In the order in which they are to be imported.
  package var districts: [District]

  package static let fileName = "city.json"
  /// Where the manifests of the city are inside its folder.
  package static let manifests = "manifests/Importers"

  /// Reads the key of a city; nil where the folder is none of a city.
  ///
  /// - Throws: `DemoError` where it is there and not to be read.
  package init?(folder: String) throws {
    let path = "\(folder)/\(Self.fileName)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      self = try JSONDecoder().decode(CityKey.self, from: Data(try FileBytes.array(at: path)))
    } catch {
      throw DemoError(
        "\(path) does not say what the city consists of: \(error); make the city again",
        "\(path) 未能说明城市的组成；请重新生成")
    }
  }

  init(seed: UInt64, plants: Bool, districts: [District]) {
    (self.seed, self.plants, self.districts) = (seed, plants, districts)
  }

  /// The manifests by which the files of a district are imported, where its folder lies in that of a city; nil
  /// for a district alone.
  package static func manifests(ofDistrictAt folder: String) -> String? {
    let city = URL(filePath: folder).standardizedFileURL.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: "\(city)/\(fileName)") else { return nil }
    return "\(city)/\(manifests)"
  }

  /// Writes the key into the folder of the city, the same bytes for the same key.
  func write(into folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let sink = try TextSink(path: "\(folder)/\(Self.fileName)", encoding: nil)
    try sink.write(Array(try encoder.encode(self)) + [0x0A])
    try sink.finish()
  }
}
