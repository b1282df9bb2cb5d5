/// A level of the hierarchy, such as district, street, community or grid.
public struct Level: Hashable, Sendable {
  /// The key in the store.
  package let id: Int64
  /// The name, unique in the store.
  public let name: String
  /// The depth: 0 is the top level.
  public let rank: Int
}
