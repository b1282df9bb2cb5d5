public import HotSpots

/// The cells of a level with their statistics and classes, and how they came about.
public struct HotSpotAnswer: Sendable, Equatable, Codable {
  /// How the answer came about.
  public var provenance: HotSpotProvenance
  /// One row a cell, in the order of the codes.
  public var cells: [HotSpotCell]

  /// The cells of the greatest z, the hottest first; at equal z by code.
  public func hottest(_ count: Int) -> [HotSpotCell] {
    Array(
      cells.filter { $0.z != nil }
        .sorted { ($0.z ?? 0, $1.code) > ($1.z ?? 0, $0.code) }
        .prefix(count))
  }
}
