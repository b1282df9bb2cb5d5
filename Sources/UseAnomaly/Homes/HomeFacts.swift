/// What is known of a home besides its meters: numbers, and nobody's name.
package struct HomeFacts: Sendable, Equatable {
  /// Leases of it that were put on record.
  package var leases = 0
  /// Whether it stands in a list of homes that are let.
  package var isListedAsLet = false
  /// How many temporary residents are known to live there: people of no household of the register.
  package var lodgers = 0
  /// Complaints about it, not about its building.
  package var complaints = 0
  /// How many belong to the largest registered household that lives there.
  package var largestFamily = 0
  /// Firms with their place of business at its address.
  package var businesses = 0
  /// Children in their first two years.
  package var infants = 0
  /// People who are cared for at home.
  package var caredFor = 0
  /// Whether it has a garden or a pool.
  package var hasGarden = false

  package init() {}
}
