/// Counts of columns in cells of all levels, each subject where it is surely known to be.
///
/// A subject is put into one cell: of the lowest level, or of one above where no more is sure, or into none. What lies
/// in a cell is what was put into it and into all cells below it; nothing is dealt out among the cells below.
public struct ProfileTally: Sendable {
  /// The place of each cell's parent among the cells, parents before their parts; -1 where it has none.
  public let parents: [Int32]
  /// Which cells are of the lowest level.
  private let isLeaf: [Bool]
  /// What was put in: a column after the other, of each the cells, and one for no cell.
  private var own: [Int]

  /// What a column has in a cell.
  public struct Figure: Hashable, Sendable {
    /// All that surely lie in the cell.
    public var value: Int
    /// Those of them that lie in no known cell of the lowest level.
    public var unplaced: Int

    /// So many, and so many of them in no cell of the lowest level.
    public init(value: Int, unplaced: Int) { (self.value, self.unplaced) = (value, unplaced) }
  }

  /// An empty tally.
  ///
  /// - Parameters:
  ///   - parents: of each cell the place of its parent, which comes before it.
  ///   - leaves: the cells of the lowest level.
  public init(parents: [Int32], leaves: Range<Int>, columns: Int) {
    precondition(
      parents.indices.allSatisfy { Int(parents[$0]) < $0 }, "a parent comes after its part")
    self.parents = parents
    isLeaf = parents.indices.map(leaves.contains)
    own = Array(repeating: 0, count: columns * (parents.count + 1))
  }

  /// Counts one in a cell; -1 for no cell.
  public mutating func add(column: Int, cell: Int32) {
    own[column * (parents.count + 1) + (cell < 0 ? parents.count : Int(cell))] += 1
  }

  /// The figures of a column by cell, and how many lie in no cell at all.
  public func figures(of column: Int) -> (cells: [Figure], nowhere: Int) {
    let start = column * (parents.count + 1)
    var figures = parents.indices.map { cell in
      let count = own[start + cell]
      return Figure(value: count, unplaced: isLeaf[cell] ? 0 : count)
    }
    for cell in figures.indices.reversed() where parents[cell] >= 0 {
      figures[Int(parents[cell])].value += figures[cell].value
      figures[Int(parents[cell])].unplaced += figures[cell].unplaced
    }
    return (figures, own[start + parents.count])
  }
}
