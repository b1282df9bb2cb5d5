/// Something that speaks for or against a home's being let by the bed, with its number.
package struct Evidence: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Leases on record; two or more of one home are rooms or beds.
    case leases
    /// In a list of homes that are let.
    case listedAsLet
    /// Temporary residents who are known.
    case lodgers
    case complaints
    /// Square metres for each implied person, fewer than there must be.
    case crowded
    /// Times the power of its peers.
    case powerAgrees
    /// The same, where power is no more than its peers'.
    case powerDisagrees
    /// How many times water rose while power did not.
    case leakPattern
    /// Members of the largest registered household.
    case largeFamily
    case business
    case garden
    case infants
    case care

    /// Whether it speaks for it; else against.
    package var isFor: Bool {
      switch self {
      case .leases, .listedAsLet, .lodgers, .complaints, .crowded, .powerAgrees: true
      case .powerDisagrees, .leakPattern, .largeFamily, .business, .garden, .infants, .care: false
      }
    }
  }

  package var kind: Kind
  /// What it is a number of stands at the kind.
  package var number: Double

  package init(_ kind: Kind, _ number: Double) { (self.kind, self.number) = (kind, number) }
}
