/// In what the posts of a district's grids must be found to differ from their norm, 一长四员: a leader and
/// an officer each for policy, information, help and mediation per grid.
package struct RosterKey: Hashable, Sendable, Codable {
  package struct Finding: Hashable, Sendable, Codable {
    /// `vacant`, `expired` or `held_twice`.
    package var kind: String
    /// The code of the grid.
    package var cell: String
    /// The code of the role.
    package var role: String
    /// How many hold the post.
    package var held: Int
    /// Since when it is vacant, `YYYY-MM-DD`, where the store knows it.
    package var since: String?
  }

  /// The name of the norm.
  package var norm: String
  package var net: String
  /// The day that the list is of.
  package var at: String
  /// How many posts the norm asks for.
  package var posts: Int
  /// How many of them are held by somebody.
  package var filled: Int
  /// By grid, and there in the order of the norm.
  package var findings: [Finding]
}
