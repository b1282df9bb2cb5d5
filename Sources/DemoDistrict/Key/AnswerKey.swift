import Foundation
import Tabular

/// What must become of all files of a month of a demo district: written beside them as `key.json`,
/// and as `key-N.json` for a later month N, whose files come after those of all months before it.
package struct AnswerKey: Hashable, Sendable, Codable {
  /// The seed of the district, in a city that of the city.
  package var seed: UInt64
  /// The code of the district where it is one of a city and not the first of it; nil for the first and for one
  /// alone, which are the same.
  package var district: String?
  /// The share of the rows of the whole district, in percent.
  package var rowsPercent: Int
  /// Whether the district has what is planted for methods to find.
  package var plants: Bool
  /// The month, from 1.
  package var month: Int
  /// The files by the names of their data sets, those of one in the order of their names.
  package var files: [FileKey]
  /// The files of which nothing is taken.
  package var refused: [RefusedFile]
  /// Those of the base map, which has no faults.
  package var base: [FileKey]
  /// How many cells the boundaries have by level, as `district` and `grid`.
  package var boundaries: [String: Int]
  /// What to ask for the clusters of events, and where they were planted.
  package var hotSpots: [HotSpotKey]
  /// How many of each kind were planted among people and meters, as `twins` and `leak`.
  package var planted: [String: Int]
  /// In what the posts of the grids of each net differ from its norm; empty where no data set has posts.
  package var rosters: [RosterKey]

  /// The name of the file.
  package var fileName: String { Self.fileName(month: month) }

  private static func fileName(month: Int) -> String {
    month == 1 ? "key.json" : "key-\(month).json"
  }

  /// Reads the key of a month in a folder.
  ///
  /// - Throws: `DemoError` where there is none or it is not to be read.
  package init(folder: String, month: Int = 1) throws {
    let path = "\(folder)/\(Self.fileName(month: month))"
    guard let bytes = try? FileBytes.array(at: path) else {
      let command = "gewu demo make \(folder)" + (month == 1 ? "" : " --month \(month)")
      throw DemoError(
        "\(path) is not there; make a district with `\(command)`",
        "没有 \(path)；请先运行 `\(command)`")
    }
    do {
      self = try JSONDecoder().decode(AnswerKey.self, from: Data(bytes))
    } catch {
      throw DemoError(
        "\(path) is not an answer key: \(error); make the district again",
        "\(path) 不是答案文件；请重新生成演示数据")
    }
  }

  init(
    seed: UInt64, district: String?, rowsPercent: Int, plants: Bool, month: Int,
    files: [FileKey], refused: [RefusedFile], base: [FileKey], boundaries: [String: Int],
    hotSpots: [HotSpotKey], planted: [String: Int], rosters: [RosterKey]
  ) {
    (self.seed, self.district, self.rowsPercent) = (seed, district, rowsPercent)
    (self.plants, self.month) = (plants, month)
    (self.files, self.refused, self.base) = (files, refused, base)
    (self.boundaries, self.hotSpots, self.planted) = (boundaries, hotSpots, planted)
    self.rosters = rosters
  }

  /// Writes the key into a folder, the same bytes for the same key.
  func write(into folder: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let sink = try TextSink(path: "\(folder)/\(fileName)", encoding: nil)
    try sink.write(Array(try encoder.encode(self)) + [0x0A])
    try sink.finish()
  }
}
