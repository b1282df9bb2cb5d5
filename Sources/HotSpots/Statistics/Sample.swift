/// The cells that have a value, in the order of their keys, with the moments
/// and the neighbours among them.
///
/// The order of keys is what makes sums and draws independent of the order in
/// which the caller holds the cells. A position in this order is a rank.
///
/// Values whose squares would leave the range of a Double are first multiplied by
/// a power of two, which changes no statistic and no digit.
struct Sample: Sendable {
  /// The caller's index of each rank.
  let cells: [Int]

  /// The key of each rank, ascending.
  let keys: [UInt64]

  /// The value of each rank, finite.
  let values: [Double]

  /// The values less their mean.
  let centred: [Double]

  /// Σx.
  let sum: Double

  /// Σ(x − x̄)².
  let squares: Double

  private let offsets: [Int]
  private let links: [Int]
  private let lowest: (first: Double, second: Double)
  private let highest: (first: Double, second: Double)

  /// Takes the finite values and the links among their cells.
  init(values all: [Double], weights: SpatialWeights, keys given: [UInt64]?) {
    let used = all.indices.filter { all[$0].isFinite }
    let cells = given.map { keys in used.sorted { (keys[$0], $0) < (keys[$1], $1) } } ?? used
    var ranks = [Int](repeating: -1, count: all.count)
    for (rank, cell) in cells.enumerated() { ranks[cell] = rank }

    var offsets = [0]
    var links: [Int] = []
    offsets.reserveCapacity(cells.count + 1)
    links.reserveCapacity(weights.linkCount)
    for (rank, cell) in cells.enumerated() {
      let start = links.count
      for neighbour in weights.neighbours(of: cell) {
        let other = ranks[Int(neighbour)]
        if other >= 0, other != rank { links.append(other) }
      }
      if given != nil { links[start...].sort() }
      offsets.append(links.count)
    }

    let values = Self.scaled(cells.map { all[$0] })
    let sum = values.reduce(0, +)
    let mean = values.isEmpty ? 0 : sum / Double(values.count)
    let rough = values.map { $0 - mean }
    // The mean is rounded; taking the rest of it away too keeps Σ centred at 0.
    let rest = rough.isEmpty ? 0 : rough.reduce(0, +) / Double(rough.count)
    let centred = rough.map { $0 - rest }
    let sorted = values.sorted()

    self.cells = cells
    self.keys = given.map { keys in cells.map { keys[$0] } } ?? cells.map(UInt64.init)
    self.values = values
    self.centred = centred
    self.sum = sum
    squares = centred.reduce(0) { $0 + $1 * $1 }
    self.offsets = offsets
    self.links = links
    lowest = (sorted.first ?? 0, sorted.dropFirst().first ?? 0)
    highest = (sorted.last ?? 0, sorted.dropLast().last ?? 0)
  }

  private static func scaled(_ values: [Double]) -> [Double] {
    let largest = values.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest.exponent.magnitude > 400 else { return values }
    // In two steps, as one factor may itself leave the range.
    let half = -largest.exponent / 2
    let factors = (
      Double(sign: .plus, exponent: half, significand: 1),
      Double(sign: .plus, exponent: -largest.exponent - half, significand: 1)
    )
    return values.map { $0 * factors.0 * factors.1 }
  }

  /// The number of cells that have a value.
  var count: Int { values.count }

  /// The smallest value.
  var smallest: Double { lowest.first }

  /// Whether all values are equal.
  var isConstant: Bool { lowest.first == highest.first }

  /// Whether all values but one are equal.
  func isConstant(without rank: Int) -> Bool {
    let value = values[rank]
    let low = value == lowest.first ? lowest.second : lowest.first
    let high = value == highest.first ? highest.second : highest.first
    return low == high || isConstant
  }

  /// The ranks of the neighbours, ascending, the cell itself not among them.
  func neighbours(of rank: Int) -> ArraySlice<Int> { links[offsets[rank]..<offsets[rank + 1]] }

  /// The sum of the neighbours' values.
  func lag(of rank: Int) -> Double { neighbours(of: rank).reduce(0) { $0 + values[$1] } }

  /// The sum of the neighbours' values less the mean.
  func centredLag(of rank: Int) -> Double { neighbours(of: rank).reduce(0) { $0 + centred[$1] } }
}
