import HotSpots
import Testing

struct WithholdingTests {
  /// Cells below one total, by their counts.
  private static func flat(_ counts: [Int]) -> [Withholding.Cell] {
    counts.enumerated().map { Withholding.Cell(code: "c\($0)", count: $1) }
  }

  /// Groups of cells; a group has the sum of its cells, and what stands behind them.
  private static func groups(_ groups: [(cells: [Int], rest: Int)]) -> [Withholding.Cell] {
    var cells = groups.enumerated().map { number, group in
      Withholding.Cell(code: "g\(number)", count: group.cells.reduce(group.rest, +))
    }
    for (number, group) in groups.enumerated() {
      for (place, count) in group.cells.enumerated() {
        cells.append(Withholding.Cell(code: "g\(number)c\(place)", count: count, parent: number))
      }
    }
    return cells
  }

  private static func withheld(_ cells: [Withholding.Cell], k: Int = 10) -> [String] {
    Withholding(cells, k: k).cells.map { cells[$0].code }.sorted()
  }

  @Test(arguments: [
    ([], []), ([0, 0], []), ([10, 0, 25], []),
    // One alone takes the smallest next one with it, at equal counts the first by code.
    ([3, 20, 50], ["c0", "c1"]), ([50, 3, 20, 20], ["c1", "c2"]), ([3, 50], ["c0", "c1"]),
    // Together they are still small.
    ([3, 4, 20, 30], ["c0", "c1", "c2"]), ([4, 9, 20, 30], ["c0", "c1"]),
    // Ten of 1 each were told by their sum.
    ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 40, 50], (0...10).map { "c\($0)" }.sorted()),
    // Zeros are shown, but where all else is withheld and not enough, and where nothing is published.
    ([3, 0, 20, 30], ["c0", "c2"]), ([2, 2, 2, 2, 2, 1, 0], (0...6).map { "c\($0)" }),
    ([4, 0], ["c0", "c1"]),
  ])
  func `small counts are withheld, and those that would tell them`(
    counts: [Int], withheld: [String]
  ) {
    #expect(Self.withheld(Self.flat(counts)) == withheld)
  }

  @Test func `what is below a published group is withheld like what is below the whole`() {
    // 3 and 50 under 53: neither can be shown.
    #expect(
      Self.withheld(Self.groups([([3, 50], 0), ([20, 30], 0)])) == ["g0c0", "g0c1"])
    // A withheld group is withheld whole, zeros too.
    #expect(
      Self.withheld(Self.groups([([3, 0], 0), ([30, 20], 0), ([90], 0)]))
        == ["g0", "g0c0", "g0c1", "g1", "g1c0", "g1c1"])
    // What a group has beyond its parts is a part: 4 here, withheld with the least of the others.
    #expect(Self.withheld(Self.groups([([30, 20], 4), ([40], 0)])) == ["g0c1"])
    #expect(Self.withheld(Self.groups([([30, 20], 14), ([40], 0)])) == [])
  }

  @Test func `the order of the cells changes nothing, and a greater k shows nothing more`() {
    var generator = Mixer(state: 14)
    for _ in 0..<400 {
      let cells = Self.random(using: &generator)
      let withheld = Self.withheld(cells)
      let order = cells.indices.shuffled(using: &generator)
      let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      let turned = order.map { place in
        var cell = cells[place]
        cell.parent = cell.parent.flatMap { places[$0] }
        return cell
      }
      #expect(Self.withheld(turned) == withheld)
      #expect(Set(Self.withheld(cells, k: 25)).isSuperset(of: withheld))
    }
  }

  /// The attacker has all that is published, knows that counts are whole and not negative, and in which groups
  /// no 0 is withheld.
  @Test func `no withheld count follows from the sums that are published`() {
    var generator = Mixer(state: 15)
    var attacked = 0
    for _ in 0..<3_000 {
      let cells = Self.random(using: &generator)
      let withheld = Withholding(cells).cells
      let attacker = Attacker(cells, withheld: withheld)
      let known = withheld.filter(attacker.knows)
      attacked += withheld.count
      #expect(known.isEmpty, "\(cells), withheld \(withheld.sorted()), known \(known.sorted())")
      for (place, cell) in cells.enumerated() where 1..<10 ~= cell.count {
        #expect(withheld.contains(place))
      }
    }
    #expect(attacked > 5_000)
  }

  @Test func `without further cells the attacker would know many of the small ones`() {
    var generator = Mixer(state: 16)
    var known = 0
    for _ in 0..<1_000 {
      let cells = Self.random(using: &generator)
      let small = Set(cells.indices.filter { 1..<10 ~= cells[$0].count })
      known += small.count(where: Attacker(cells, withheld: small).knows)
    }
    #expect(known > 100)
  }

  /// The attacker knows the rule as well, tries every small lattice of two groups, and compares all that an
  /// answer has: counts, sums, z, classes.
  @Test func `every answer of a small lattice fits stores that differ in each withheld cell`()
    throws
  {
    let weights = SpatialWeights(rows: [[1, 2], [0, 3], [0, 3], [1, 2]])
    let (most, k) = (8, 3)
    var stores: [String: [[Int]]] = [:]
    for number in 0..<((most + 1) * (most + 1) * (most + 1) * (most + 1)) {
      var (counts, rest) = ([Int](), number)
      for _ in 0..<4 {
        counts.append(rest % (most + 1))
        rest /= most + 1
      }
      let cells = Self.groups([(Array(counts[..<2]), 0), (Array(counts[2...]), 0)])
      let withholding = Withholding(cells, k: k)
      guard !withholding.cells.isEmpty else { continue }
      let estimates = withholding.estimates(of: [2, 3, 4, 5])
      let report = try HotSpotAnalysis(permutations: 0).report(
        codes: ["a", "b", "c", "d"], counts: counts, weights: weights,
        withheld: Dictionary(uniqueKeysWithValues: estimates.map { ($0 - 2, $1) }))
      let total = counts.reduce(0, +)
      let sums = (0..<2).map { withholding.cells.contains($0) ? -1 : cells[$0].count }
      let seen = report.cells.map { "\($0.count ?? -1) \($0.z ?? 9) \($0.hotSpotClass)" }
      stores["\(1..<k ~= total ? -1 : total) \(sums) \(seen)", default: []].append(counts)
    }
    // A store with more in a cell was not tried, so that only answers that leave no room for it are judged.
    let judged = stores.values.filter { $0.allSatisfy { $0.reduce(0, +) <= most } }
    #expect(judged.count > 40)
    for fitting in judged {
      let cells = Self.groups([(Array(fitting[0][..<2]), 0), (Array(fitting[0][2...]), 0)])
      for place in Withholding(cells, k: k).cells where place >= 2 {
        #expect(Set(fitting.map { $0[place - 2] }).count > 1, "\(fitting)")
      }
    }
  }

  /// What stands for withheld counts is the same in any two stores that publish the same.
  @Test func `estimates follow from what is published alone`() {
    let one = Self.groups([([3, 20, 50, 0], 0), ([1, 2], 0), ([30], 0)])
    let other = Self.groups([([9, 14, 50, 0], 0), ([2, 4], 0), ([27], 0)])
    let (first, second) = (Withholding(one), Withholding(other))

    #expect(first.cells == second.cells)
    #expect(first.estimates(of: Array(3..<10)) == second.estimates(of: Array(3..<10)))
    #expect(first.estimates(of: [0, 1, 2]) == [1: 16.5, 2: 16.5])
    #expect(first.estimates(of: Array(3..<10)) == [3: 11.5, 4: 11.5, 7: 11, 8: 11, 9: 11])
    #expect(Withholding(Self.flat([4, 1])).estimates(of: [0, 1]) == [0: 0, 1: 0])
  }

  @Test func `statistics of two stores that publish the same are the same to the last digit`()
    throws
  {
    // A row of eight cells below two groups; in the second store withheld counts are others.
    let stores = [[3, 20, 50, 60, 4, 9, 40, 0], [9, 14, 50, 60, 8, 5, 40, 0]].map { counts in
      Self.groups([(Array(counts[..<4]), 0), (Array(counts[4...]), 0)])
    }
    let weights = SpatialWeights(
      rows: (0..<8).map { cell in [cell - 1, cell + 1].filter { (0..<8).contains($0) } })
    let reports = try stores.map { cells in
      let estimates = Withholding(cells).estimates(of: Array(2..<10))
      return try HotSpotAnalysis().report(
        codes: cells[2...].map(\.code), counts: cells[2...].map(\.count),
        exposures: Array(repeating: 100, count: 8), weights: weights,
        withheld: Dictionary(uniqueKeysWithValues: estimates.map { ($0 - 2, $1) }))
    }

    #expect(reports[0].cells == reports[1].cells && reports[0].summary == reports[1].summary)
    #expect(reports[0].warnings == reports[1].warnings)
    let hidden = reports[0].cells.filter { $0.hotSpotClass == .suppressed }
    #expect(hidden.map(\.code) == ["g0c0", "g0c1", "g1c0", "g1c1"])
    for cell in hidden {
      #expect(cell.count == nil && cell.rate == nil && cell.expected == nil && cell.z == nil)
      #expect(cell.statistic == nil && cell.p == nil && cell.pPermutation == nil)
      #expect(cell.pAdjusted == nil && cell.permutations == nil && cell.pAttainable == nil)
    }
    #expect(reports[0].cells.filter { $0.z != nil }.map(\.count) == [50, 60, 40, 0])
  }

  /// Two or three levels with many small counts and zeros, and sometimes rows beyond the parts.
  private static func random(using generator: inout Mixer) -> [Withholding.Cell] {
    let limit = [3, 12, 40].randomElement(using: &generator) ?? 3
    var cells: [Withholding.Cell] = []
    var open: [(parent: Int?, depth: Int)] = (0..<Int.random(in: 1...4, using: &generator)).map {
      _ in (nil, 0)
    }
    while let (parent, depth) = open.popLast() {
      let place = cells.count
      let isLeaf = depth == 2 || Int.random(in: 0..<4, using: &generator) == 0
      let hasRest = Int.random(in: 0..<5, using: &generator) == 0
      let count =
        isLeaf || hasRest ? max(0, Int.random(in: -limit / 2...limit, using: &generator)) : 0
      cells.append(Withholding.Cell(code: "n\(place)", count: count, parent: parent))
      if !isLeaf {
        for _ in 0..<Int.random(in: 1...4, using: &generator) { open.append((place, depth + 1)) }
      }
    }
    for place in cells.indices.reversed() {
      if let parent = cells[place].parent { cells[parent].count += cells[place].count }
    }
    return cells
  }
}

/// Numbers that look random, from a seed (SplitMix64).
private struct Mixer: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Works out from the table alone whether a withheld count can be only one number.
///
/// Each published total less what is shown in it is a sum of withheld cells with nothing below them that is, and
/// no cell is part of two such sums. So a cell, or a group, is known where it holds all of such a sum or
/// none, or where that is no more than the least that its parts have together.
private struct Attacker {
  private let cells: [Withholding.Cell]
  private let withheld: Set<Int>
  private let parts: [[Int]]
  private let root: Int

  init(_ cells: [Withholding.Cell], withheld: Set<Int>) {
    var parts = [[Int]](repeating: [], count: cells.count + 1)
    for (place, cell) in cells.enumerated() { parts[cell.parent ?? cells.count].append(place) }
    (self.cells, self.withheld, self.parts, root) = (cells, withheld, parts, cells.count)
  }

  private func count(_ group: Int) -> Int {
    group == root ? parts[root].reduce(0) { $0 + cells[$1].count } : cells[group].count
  }

  func knows(_ place: Int) -> Bool {
    var group = cells[place].parent ?? root
    while group != root, withheld.contains(group) { group = cells[group].parent ?? root }
    if group == root, 1..<10 ~= count(root) { return false }
    let all = unknown(in: group)
    let own = withheld.contains(place) && parts[place].isEmpty ? 1 : unknown(in: place).cells
    let least = parts[group].filter(withheld.contains).reduce(0) { $0 + self.least($1) }
    return own == 0 || own == all.cells || all.sum == least
  }

  /// How many withheld cells a group has, but for those below shown ones, and their sum.
  private func unknown(in group: Int) -> (cells: Int, sum: Int) {
    var (number, sum) = (0, count(group))
    var open = [group]
    while let next = open.popLast() {
      let rest = count(next) - parts[next].reduce(0) { $0 + cells[$1].count }
      if rest > 0, !parts[next].isEmpty { number += 1 }
      for part in parts[next] {
        if !withheld.contains(part) {
          sum -= cells[part].count
        } else if parts[part].isEmpty {
          number += 1
        } else {
          open.append(part)
        }
      }
    }
    return (number, sum)
  }

  /// The least that the unknown cells of a withheld one can have together: zeros are withheld only where all of
  /// their group is.
  private func least(_ place: Int) -> Int {
    let own = parts[cells[place].parent ?? root].allSatisfy(withheld.contains) ? 0 : 1
    let below = parts[place].filter(withheld.contains).reduce(0) { $0 + least($1) }
    let hasShown = parts[place].contains { !withheld.contains($0) && cells[$0].count > 0 }
    return max(hasShown ? 0 : own, below)
  }
}
