/// How well one reading of a file's coordinates fits the district.
public struct CrsShare: Hashable, Sendable, Codable {
  /// The reference system as a manifest names it.
  public var crs: String
  /// `east-north`, or `north-east` where the ordinates are exchanged.
  public var axes: String
  /// The share of the positions, 0…1, that lie inside the district.
  public var inside: Double
  /// The share of the rows, 0…1, whose position lies in the cell that the row itself names; nil
  /// where no row names one.
  public var within: Double?

  /// What a manifest would say.
  public var rule: String {
    axes == "north-east" ? "crs: \(crs), axes: north-east" : "crs: \(crs)"
  }
}
