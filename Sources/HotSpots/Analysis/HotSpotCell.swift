/// One cell's row of a hot-spot report.
///
/// The keys of its encoding are part of the contract: `code, name, count, exposure,
/// rate, expected, neighbours, statistic, z, p, p_permutation, permutations,
/// p_attainable, p_adjusted, class`. All of them are
/// always written, with null where a number is not defined.
public struct HotSpotCell: Sendable, Equatable, Codable {
  /// The cell's code.
  public var code: String

  /// What people call the cell.
  public var name: String?

  /// How many there are in the cell; nil where that is withheld.
  public var count: Int?

  /// The denominator of the rate, where the report is of rates.
  public var exposure: Double?

  /// count / exposure; undefined where the exposure is missing or 0.
  public var rate: Double?

  /// How many there would be in the cell, were all alike: the mean count of the cells with a value, or
  /// where there are exposures the cell's by the rate of all.
  public var expected: Double?

  /// How many neighbours with a value the cell has; Gi\*'s window is that and one.
  public var neighbours: Int?

  /// Raw Gi\*: the window's share in the sum of all cells.
  public var statistic: Double?

  /// The standard deviate of Gi\*.
  public var z: Double?

  /// The two-sided p of z under the normal distribution.
  public var p: Double?

  /// The two-sided p of the conditional permutations.
  public var pPermutation: Double?

  /// How many permutations gave it.
  public var permutations: Int?

  /// The smallest p that the permutations could have given it: 2/(R + 1), or 2/C(n − 1, k) where its
  /// k neighbours can be chosen in fewer ways; the estimate of a fixed run can be smaller by chance.
  public var pAttainable: Double?

  /// The adjusted p that gave the class, where the run adjusts.
  public var pAdjusted: Double?

  /// What the cell is called.
  public var hotSpotClass: HotSpotClass

  /// The stable names of the fields.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case code, name, count, exposure, rate, expected, neighbours, statistic, z, p
    case pPermutation = "p_permutation"
    case permutations
    case pAttainable = "p_attainable"
    case pAdjusted = "p_adjusted"
    case hotSpotClass = "class"
  }

  /// Makes a row.
  public init(
    code: String, name: String? = nil, count: Int?, exposure: Double? = nil, rate: Double? = nil,
    expected: Double? = nil, neighbours: Int? = nil, statistic: Double? = nil, z: Double? = nil,
    p: Double? = nil, pPermutation: Double? = nil,
    permutations: Int? = nil, pAttainable: Double? = nil, pAdjusted: Double? = nil,
    hotSpotClass: HotSpotClass
  ) {
    self.code = code
    self.name = name
    self.count = count
    self.exposure = exposure
    self.rate = rate
    self.expected = expected
    self.neighbours = neighbours
    self.statistic = statistic
    self.z = z
    self.p = p
    self.pPermutation = pPermutation
    self.permutations = permutations
    self.pAttainable = pAttainable
    self.pAdjusted = pAdjusted
    self.hotSpotClass = hotSpotClass
  }

  /// Writes every field, null included.
  public func encode(to encoder: any Encoder) throws {
    var row = encoder.container(keyedBy: CodingKeys.self)
    try row.encode(code, forKey: .code)
    try row.encode(name, forKey: .name)
    try row.encode(count, forKey: .count)
    try row.encode(exposure, forKey: .exposure)
    try row.encode(rate, forKey: .rate)
    try row.encode(expected, forKey: .expected)
    try row.encode(neighbours, forKey: .neighbours)
    try row.encode(statistic, forKey: .statistic)
    try row.encode(z, forKey: .z)
    try row.encode(p, forKey: .p)
    try row.encode(pPermutation, forKey: .pPermutation)
    try row.encode(permutations, forKey: .permutations)
    try row.encode(pAttainable, forKey: .pAttainable)
    try row.encode(pAdjusted, forKey: .pAdjusted)
    try row.encode(hotSpotClass, forKey: .hotSpotClass)
  }
}
