/// Why a question about posts cannot be answered.
package enum RosterFault: UseCaseError, Equatable {
  /// No data set of the store says that its rows are posts.
  case noList
  /// Nothing says by which norm a net goes; `known` are the norms that come with the program.
  case noNorm(net: String, known: [String])
  /// There is no norm of that name; `known` are those there are.
  case noSuchNorm(String, known: [String])
  /// A norm says nothing of a net, only of others.
  case otherNets(norm: String, net: String, nets: [String])
  /// A net has none of the levels that a norm has posts at.
  case noLevels(norm: String, levels: [String], net: String)
  /// A net has no such level.
  case noSuchLevel(String, known: [String])
  /// No address of the web, or too long for the code on a notice, which holds `most` bytes.
  case badAddress(String, most: Int)

  package var kind: FailureKind {
    switch self {
    case .noList, .noNorm, .noSuchNorm, .noSuchLevel: .notFound
    case .otherNets, .noLevels, .badAddress: .invalid
    }
  }
}
