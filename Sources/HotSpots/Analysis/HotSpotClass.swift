/// What a cell is called on the map, and in every output.
///
/// The raw values are part of the contract.
public enum HotSpotClass: String, Sendable, Codable, CaseIterable {
  /// High values gather, p ≤ 0.01.
  case hot99

  /// High values gather, p ≤ 0.05.
  case hot95

  /// High values gather, p ≤ 0.10.
  case hot90

  /// Low values gather, p ≤ 0.10.
  case cold90

  /// Low values gather, p ≤ 0.05.
  case cold95

  /// Low values gather, p ≤ 0.01.
  case cold99

  /// Not significant.
  case none

  /// No neighbour with a value, so nothing local to test.
  case isolate

  /// No value, because the exposure is missing or 0, or the count is not known.
  case lowData = "low_data"

  /// Withheld, because the count is too small to be shown, or would tell one that is; see ``Withholding``.
  case suppressed

  /// The levels of p of the classes, the strictest first.
  public static let levels = [0.01, 0.05, 0.10]

  /// The class of a statistic: its side by the sign of z, its level by p.
  ///
  /// The sign of z decides and not the cell's own value: a low cell amid high
  /// ones is part of a hot spot. A p that equals a level up to the rounding of
  /// its arithmetic (one part in 10^12) reaches it. A cell whose z or p is
  /// not defined is `isolate`, `low_data` or, for want of variance, `none`.
  ///
  /// A permutation p comes with its side: where that is not the side of z, the
  /// neighbours contradict the label, and the class is `none`.
  public init(
    status: CellStatistic.Status, z: Double?, p: Double?, side: CellStatistic.Side? = nil
  ) {
    switch status {
    case .missing: self = .lowData
    case .isolate: self = .isolate
    case .saturated, .constant: self = .none
    case .defined:
      let level = Self.levels.firstIndex { Self.reaches($0, p) }
      guard let z, z != 0, let level, !Self.contradict(z: z, side: side) else {
        self = .none
        return
      }
      self = z > 0 ? [.hot99, .hot95, .hot90][level] : [.cold99, .cold95, .cold90][level]
    }
  }

  /// Whether the permuted sums point to the other side than z.
  static func contradict(z: Double?, side: CellStatistic.Side?) -> Bool {
    guard let z, let side else { return false }
    return z > 0 ? side == .low : side == .high
  }

  /// Whether p is at or below a level, but for rounding.
  static func reaches(_ level: Double, _ p: Double?) -> Bool {
    p.map { $0 <= level * (1 + 1e-12) } ?? false
  }

  /// −3 … 3 for cold99 … hot99, 0 for every other class.
  public var bin: Int {
    switch self {
    case .hot99: 3
    case .hot95: 2
    case .hot90: 1
    case .cold90: -1
    case .cold95: -2
    case .cold99: -3
    case .none, .isolate, .lowData, .suppressed: 0
    }
  }
}
