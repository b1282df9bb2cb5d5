package import Gewu

extension HotSpotNote {
  /// What to do about it on the command line; nil where there is nothing to do.
  package var commandLineHint: Wording? {
    switch self {
    case .earlierGeneration(_, let dataset):
      Wording(verbatim: "`gewu attach --dataset \(dataset)`")
    case .analysis, .unattached: nil
    }
  }
}
