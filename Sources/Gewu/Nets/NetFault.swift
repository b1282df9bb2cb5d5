package import Grids

/// Why an order or a question about nets cannot be carried out.
package enum NetFault: UseCaseError, Equatable {
  /// There is a net of that name already.
  case taken(String)
  /// There is no such net; `known` are those there are.
  case noSuchNet(String, known: [String])
  /// A name that cannot be that of a net.
  case notAName(String)
  /// There is no such code grammar; `known` are those there are.
  case noSuchGrammar(String, known: [String])
  /// Codes of a level break the grammar of its net, `of` so many.
  case badCodes([CodeFault], of: Int, level: String, net: String, grammar: CodeGrammar)
  /// No data set has the subject that a crosswalk counts.
  case noDataset(subject: String)
  /// Several data sets have it, and none was chosen.
  case severalDatasets(subject: String, [String])

  package var kind: FailureKind {
    switch self {
    case .taken: .conflict
    case .noSuchNet: .notFound
    case .notAName, .noSuchGrammar, .noDataset, .severalDatasets: .invalid
    case .badCodes: .refused
    }
  }
}
