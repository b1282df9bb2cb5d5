/// A fictional district: made from a seed, the same on every machine.
public struct DemoDistrict: Hashable, Sendable {
  /// What all its draws are keyed by.
  public let seed: UInt64

  /// The district of a seed.
  public init(seed: UInt64 = 1) { self.seed = seed }
}
