/// An index file that was written, and what it answers.
public struct GridIndexFile: Sendable, Equatable, Codable {
  /// The path of the file.
  public var file: String
  /// The size of the file.
  public var bytes: Int
  /// The net of the cells.
  public var net: String
  /// The level of the cells.
  public var level: String
  /// How many cells there are.
  public var cells: Int
  /// The generation of the boundaries.
  public var generation: Int64
  /// Whether that generation's coverage passed its check.
  public var isCoverageValid: Bool
  /// The EPSG code of the system that positions have to be given in.
  public var srid: Int

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    case file, bytes, net, level, cells, generation, srid
    case isCoverageValid = "coverage_valid"
  }

  /// The same in a sentence.
  public var summary: String {
    "\(file): \(cells) cells of the level \(level) (net \(net), generation \(generation)), "
      + "\(bytes) bytes; positions in EPSG:\(srid), longitude or easting first"
      + (isCoverageValid
        ? "" : "; the coverage is invalid, so a position may be in more than one cell")
  }
}
