/// In what the posts of a net of a district must be found to differ from their norm.
///
/// The base net goes by 一长四员: a leader and an officer each for policy, information, help and mediation per
/// grid; the professional net by 一格两员: two workers per grid.
package struct RosterKey: Hashable, Sendable, Codable {
  package struct Finding: Hashable, Sendable, Codable {
    /// `vacant`, `expired`, `held_twice`, `too_many`, `other_employment` or `unknown_cell`.
    package var kind: String
    /// The code of the grid.
    package var cell: String
    /// The code of the role.
    package var role: String
    /// How many hold the post; of `other_employment` how many otherwise than they should.
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
  /// By grid, and there in the order of the norm; those in no grid of the net last.
  package var findings: [Finding]
}
