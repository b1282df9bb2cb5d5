/// Why homes cannot be judged by their use, or an item of their queue not be shown or decided.
package enum UseFault: UseCaseError, Equatable {
  /// The file of rules is nowhere.
  case noRules
  /// The file has limits, and does not say where a store has what they are for.
  case noSources(path: String)
  /// Fields that a data set does not have.
  case noFields([String], dataset: String)
  /// Nothing was imported of the data sets of a list.
  case nothingImported(list: String, datasets: [String])
  case neverJudged
  /// A text that is not the key of an item.
  case notAnItem(String)
  case noItem(String)
  /// A reason in which nothing can be read, or one of more than 500 characters.
  case blankReason
  case longReason
  case notADay(String)
  /// A last day that is over already.
  case dayOver(String)

  package var kind: FailureKind {
    switch self {
    case .noRules, .noSources, .noFields, .notAnItem, .blankReason, .longReason, .notADay,
      .dayOver:
      .invalid
    case .nothingImported, .neverJudged, .noItem: .notFound
    }
  }
}
