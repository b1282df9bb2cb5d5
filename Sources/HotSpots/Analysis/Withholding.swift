/// Which cells of a published table are withheld, so that no small count can be read or computed.
///
/// The table is a forest: cells, and groups of them whose totals are published as well, on any number of
/// levels. What a group has beyond its parts is a part of it that nobody publishes.
///
/// A count from 1 to k − 1 is withheld (primary suppression), and below a withheld group everything, zeros too.
/// Further cells are withheld for their sake (complementary suppression; Cox 1980,
/// doi:10.1080/01621459.1980.10477481; Willenborg and de Waal 2001, *Elements of Statistical Disclosure
/// Control*): below each published total at least two, and as many as it takes for their sum to be at least k
/// and twice their number, the smallest that are not 0 first, at equal counts by code. So no sum that can be
/// computed is small, and none is so close to its number of cells that each must be 1. Where all that are not 0
/// are withheld and that is not enough, the zeros beside them are too.
///
/// A 0 is shown everywhere else: it says that nobody is there, and of nobody who is.
///
/// It protects against whoever adds and subtracts what one table publishes, and knows that counts are whole
/// and not negative. It does not protect against who knows some of the rows already, compares two
/// tables of other slices or of other days, or draws conclusions from why a cell was chosen (Wong et al.
/// 2007); a table is therefore published in one slice only. For a greater k all of
/// ``standardK`` stays withheld, so that asking with several k tells nothing more.
public struct Withholding: Sendable, Equatable {
  /// A cell, or a group of cells.
  public struct Cell: Sendable, Equatable {
    /// What tells cells of the same count apart.
    public var code: String
    /// How many rows it has.
    public var count: Int
    /// The place of its group among the cells; nil for one that is part of the grand total only.
    public var parent: Int?

    /// Makes a cell.
    public init(code: String, count: Int, parent: Int? = nil) {
      self.code = code
      self.count = count
      self.parent = parent
    }
  }

  /// The least count of a data set of sensitivity 3 or 4 that is shown.
  public static let standardK = 10

  /// The least k that there is: below it two cells of 1 were known by their sum.
  public static let leastK = 3

  /// The least count that is shown.
  public let k: Int
  /// The cells that are withheld, by their places.
  public let cells: Set<Int>

  private let table: Table

  /// Withholds.
  ///
  /// The result depends neither on the order of the cells nor on anything random. Linear, but for sorting the
  /// parts of groups that have something to withhold.
  ///
  /// - Parameters:
  ///   - cells: no parent is below its own parts, none has less than its parts together, and codes differ
  ///     among the parts of a group.
  ///   - k: ``leastK`` or more.
  public init(_ cells: [Cell], k: Int = standardK) {
    precondition(k >= Self.leastK, "k is \(k), below \(Self.leastK).")
    var table = Table(cells)
    if k > Self.standardK { table.withhold(below: Self.standardK) }
    table.withhold(below: k)
    self.k = k
    self.table = table
    self.cells = Set(cells.indices.filter { table.isWithheld[$0] })
  }

  /// What stands for the withheld counts of a level in statistics: of each group the published total less what
  /// is shown, dealt evenly.
  ///
  /// It follows from what is published, and so does whatever is computed with it. Where not even the grand
  /// total is shown it is 0.
  ///
  /// - Parameter level: cells none of which is below another one.
  public func estimates(of level: [Int]) -> [Int: Double] {
    let isOfLevel = Set(level)
    var estimates: [Int: Double] = [:]
    for group in table.nodes.indices where !table.isWithheld[group] {
      var rest = table.nodes[group].count
      var (members, others) = ([Int](), 0)
      var open = table.parts[group]
      while let part = open.popLast() {
        if !table.isWithheld[part] {
          rest -= table.nodes[part].count
        } else if isOfLevel.contains(part) {
          members.append(part)
        } else if table.parts[part].isEmpty {
          // That a group has rows of its own is not published.
          if !table.isRest(part) { others += 1 }
        } else {
          open += table.parts[part]
        }
      }
      for member in members { estimates[member] = Double(rest) / Double(members.count + others) }
    }
    for cell in level where table.isWithheld[cell] && estimates[cell] == nil { estimates[cell] = 0 }
    return estimates
  }
}

extension Withholding {
  /// The cells, behind them what groups have beyond their parts, and last the grand total.
  private struct Table: Sendable, Equatable {
    private(set) var nodes: [Cell]
    private(set) var parts: [[Int]]
    private(set) var isWithheld: [Bool]
    /// From the grand total down.
    private let order: [Int]
    /// How many of the nodes are cells.
    private let given: Int

    init(_ cells: [Cell]) {
      nodes = cells
      given = cells.count
      parts = Array(repeating: [], count: cells.count)
      var top: [Int] = []
      for (place, cell) in cells.enumerated() {
        if let parent = cell.parent { parts[parent].append(place) } else { top.append(place) }
      }
      for group in cells.indices where !parts[group].isEmpty {
        let rest = parts[group].reduce(cells[group].count) { $0 - cells[$1].count }
        precondition(
          rest >= 0, "Group \(cells[group].code) has \(-rest) less than its parts together.")
        guard rest > 0 else { continue }
        parts[group].append(nodes.count)
        parts.append([])
        nodes.append(Cell(code: "", count: rest, parent: group))
      }
      nodes.append(Cell(code: "", count: top.reduce(0) { $0 + cells[$1].count }))
      parts.append(top)
      isWithheld = Array(repeating: false, count: nodes.count)
      var order = [nodes.count - 1]
      var next = 0
      while next < order.count {
        order += parts[order[next]]
        next += 1
      }
      self.order = order
    }

    /// Whether a node is what a group has beyond its parts.
    func isRest(_ node: Int) -> Bool { node >= given && nodes[node].parent != nil }

    mutating func withhold(below k: Int) {
      for node in order {
        if 1..<k ~= nodes[node].count { isWithheld[node] = true }
        if isWithheld[node] {
          for part in parts[node] { isWithheld[part] = true }
        } else {
          for part in parts[node] where 1..<k ~= nodes[part].count { isWithheld[part] = true }
          protect(partsOf: node, k: k)
        }
      }
    }

    /// Withholds more parts of a published group, until those that are cannot be told.
    private mutating func protect(partsOf group: Int, k: Int) {
      let all = parts[group]
      let withheld = all.filter { isWithheld[$0] }
      guard !withheld.isEmpty else { return }
      var (cells, sum) = (withheld.count, withheld.reduce(0) { $0 + nodes[$1].count })
      var isEnough: Bool { cells >= 2 && sum >= max(k, 2 * cells) }
      guard !isEnough else { return }
      let rest = all.filter { !isWithheld[$0] && nodes[$0].count > 0 }
        .sorted { (nodes[$0].count, nodes[$0].code, $0) < (nodes[$1].count, nodes[$1].code, $1) }
      for part in rest where !isEnough {
        isWithheld[part] = true
        cells += 1
        sum += nodes[part].count
      }
      if !isEnough { for part in all { isWithheld[part] = true } }
    }
  }
}
