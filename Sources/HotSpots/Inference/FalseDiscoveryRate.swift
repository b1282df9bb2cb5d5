/// How p is adjusted for looking at many cells at once.
public enum FalseDiscoveryRate: String, Sendable, Codable, CaseIterable {
  /// Benjamini and Hochberg's step-up procedure over all tested cells.
  case benjaminiHochberg = "bh"

  /// No adjustment: classes are by each cell's own p.
  case none
}
