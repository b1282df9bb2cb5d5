package import DemoTruth

/// The districts that the tests of a process share: each is made once, by whoever asks first, while the others
/// who ask for it wait.
package enum SharedTruths {
  /// All that is true of a district.
  package static func truth(_ options: TruthOptions) -> Truth {
    truths.value(options) {
      options.division == .first
        ? Truth(options, ground: ground(seed: options.seed)) : Truth(options)
    }
  }

  /// The ground of a district, which is whole whatever share of its people there is.
  package static func ground(seed: UInt64) -> Ground { grounds.value(seed) { Ground(seed: seed) } }

  private static let truths = Shelf<TruthOptions, Truth>()
  private static let grounds = Shelf<UInt64, Ground>()
}
