package import Addresses

/// Why an order or a question about addresses cannot be carried out.
package enum AddressFault: UseCaseError, Equatable {
  /// No register was ever loaded.
  case noRegister(store: String)
  /// No rules were given, and none are kept.
  case noRules
  /// There is no file of the grammar that the rules name; `folder` is where it was looked for.
  case noGrammar(String, folder: String?)
  case badGrammar(path: String, GrammarError)
  /// A level of the rules that the net does not have.
  case noLevel(String, net: String, known: [String])
  /// The rules name a data set that the store does not have.
  case noDataset(String)
  /// The rules name fields that a data set does not have.
  case noFields(dataset: String, [String])
  /// The rules name fields of a data set that are sealed, and the register keeps addresses in the clear.
  case sealedFields(dataset: String, [String])
  /// None of the sources' rows could be read as an address.
  case nothingRead(rows: Int)
  /// Addresses are searched like a directory, and nobody said what for.
  case directory
  /// There is no address of that code.
  case noSuchAddress(String)
  case divisions(DivisionError)
  /// A name that no element of an address has; `known` are those there are.
  case noSuchElement(String, known: [String])
  case noSuchStatus(String, known: [String])

  package var kind: FailureKind {
    switch self {
    case .noRegister, .noSuchAddress: .notFound
    case .noRules, .noGrammar, .badGrammar, .noLevel, .noDataset, .noFields, .divisions,
      .noSuchElement, .noSuchStatus:
      .invalid
    case .nothingRead, .sealedFields: .refused
    case .directory: .withheld
    }
  }
}
