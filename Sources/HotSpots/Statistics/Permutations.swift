/// How often the values around a cell are permuted.
public enum Permutations: Sendable, Hashable, Codable {
  /// So many times for every cell; 0 leaves the analytic p alone.
  case fixed(Int)

  /// Until the observed sum has been reached ``exceedances`` times from either side, and at most as
  /// often as one cell alone needs to reach 0.05 after the adjustment.
  ///
  /// The sequential Monte-Carlo test of Besag and Clifford (1991, DOI 10.1093/biomet/78.2.301). With
  /// h exceedances and at most R draws, each tail has p = h/l where its h-th exceedance is the l-th
  /// draw, and (g + 1)/(R + 1) where only g < h came; under the null hypothesis P(p ≤ α) ≤ α for every
  /// α. The two-sided p is twice the smaller of both, so that drawing ends when both tails are decided.
  /// No p is below ``CellStatistic/leastP``, which the true one cannot be below either.
  /// A draw is the same as in a fixed run of the same seed: fewer are made, and no other ones.
  case adaptive

  /// How often the observed sum is reached before an adaptive run ends: p then has a relative
  /// standard error of 1/√h, 4.5 %.
  public static let exceedances = 500

  /// The least limit of an adaptive run, so that p has four digits on small maps too.
  public static let leastLimit = 9_999

  /// The greatest limit of an adaptive run, reached with 25,000 cells.
  public static let greatestLimit = 999_999

  /// The level that one cell alone can reach in an adaptive run.
  static let level = 0.05

  /// The greatest number of draws per cell, where `tests` cells are tested.
  public func limit(tests: Int) -> Int {
    switch self {
    case .fixed(let count): count
    case .adaptive:
      min(Self.greatestLimit, max(Self.leastLimit, Self.needed(for: Self.level, tests: tests)))
    }
  }

  /// How many draws let one of `tests` cells alone reach a level after the adjustment:
  /// the least R with 2/(R + 1) · tests ≤ level.
  static func needed(for level: Double, tests: Int) -> Int {
    Int((2 * Double(tests) / (level * (1 + 1e-12))).rounded(.up)) - 1
  }

  /// Whether no cell is permuted.
  public var isNone: Bool { self == .fixed(0) }
}

extension Permutations: ExpressibleByIntegerLiteral {
  /// A fixed number.
  public init(integerLiteral count: Int) {
    self = .fixed(count)
  }
}

extension Permutations: RawRepresentable {
  /// Reads `adaptive` or a whole number; nil for another text.
  public init?(rawValue text: String) {
    if text == "adaptive" {
      self = .adaptive
    } else {
      guard let count = Int(text) else { return nil }
      self = .fixed(count)
    }
  }

  /// `adaptive`, or the fixed number.
  public var rawValue: String {
    switch self {
    case .fixed(let count): "\(count)"
    case .adaptive: "adaptive"
    }
  }
}

/// The rule of a run, with its limit worked out.
struct DrawRule: Sendable, Equatable {
  /// The greatest number of draws per cell.
  var limit: Int

  /// After how many exceedances of the rarer side drawing ends; `Int.max` in a fixed run.
  var exceedances: Int

  /// The rule of `permutations` where `tests` cells are tested.
  init(_ permutations: Permutations, tests: Int) {
    limit = permutations.limit(tests: tests)
    exceedances = permutations == .adaptive ? Permutations.exceedances : .max
  }
}
