/// An R*Tree that is packed from sorted boxes: full nodes, written once each, bottom up.
///
/// SQLite fills its R*Trees a row at a time, some 12 µs each. Here neighbours on the Hilbert curve
/// share a leaf, neighbouring leaves a node above them, and so on (Kamel and Faloutsos 1993). The
/// nodes have SQLite's own layout: two bytes of depth (in the root), two bytes with the number of
/// cells, then 24 bytes a cell: the row or the node below as a 64-bit integer, and its box as four
/// singles, all of it the most significant byte first. SQLite reads and changes the tree as its own.
///
/// The cells of a level are spread evenly, so that no node is less than half full.
package struct PackedRTree {
  /// Where nodes go: number and bytes, valid during the call.
  typealias NodeSink = (Int64, UnsafeRawBufferPointer) throws -> Void
  /// Where a pair goes: a row and its leaf, or a node and the one above it.
  typealias PairSink = (Int64, Int64) throws -> Void

  /// SQLite's limit of cells in a node, whatever the size of its pages.
  static let maximumCells = 51
  static let cellBytes = 24
  static let headerBytes = 4
  /// The number of the root.
  package static let root: Int64 = 1

  /// How many cells a node holds.
  let capacity: Int
  private let nodeBytes: Int
  /// How many nodes each level has, the leaves first, the root last.
  private let levels: [Int]
  private let count: Int

  /// How many nodes there are on all levels.
  var nodeCount: Int { levels.reduce(0, +) }

  /// Plans a tree.
  ///
  /// - Parameters:
  ///   - count: how many boxes it will hold.
  ///   - nodeBytes: the size of the tree's nodes, as SQLite has fixed it when it made the tree.
  init(count: Int, nodeBytes: Int) {
    self.count = count
    self.nodeBytes = nodeBytes
    capacity = min(Self.maximumCells, (nodeBytes - Self.headerBytes) / Self.cellBytes)
    precondition(capacity >= 3, "a node of \(nodeBytes) bytes has no room for three cells")
    var sizes: [Int] = []
    var size = count
    repeat {
      size = max(1, (size + capacity - 1) / capacity)
      sizes.append(size)
    } while size > 1
    levels = sizes
  }

  /// Writes the tree, each node once and in the order of their numbers, but for the root, which
  /// comes last.
  ///
  /// - Parameters:
  ///   - next: the boxes in the order of the curve, as many as was said.
  ///   - node: takes the nodes.
  ///   - row: takes each row with its leaf, in the order of the boxes.
  ///   - parent: takes each node but the root with the one above it.
  func write(
    _ next: () throws -> RTreeEntry?, node: NodeSink, row: PairSink, parent: PairSink
  ) throws {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: nodeBytes, alignment: 8)
    defer { bytes.deallocate() }
    var boxes: [RTreeBox] = []
    boxes.reserveCapacity(levels[0])
    for leaf in 0..<levels[0] {
      let number = self.number(level: 0, index: leaf)
      let size = Self.share(leaf, of: levels[0], count).count
      let box = try fill(bytes, cells: size, depth: levels.count == 1 ? 0 : nil) { _ in
        guard let entry = try next() else {
          throw SpillFault.cutShort(beside: "")
        }
        try row(entry.id, number)
        return (entry.id, entry.box)
      }
      if let box { boxes.append(box) }
      try node(number, UnsafeRawBufferPointer(bytes))
    }
    for level in levels.indices.dropFirst() {
      boxes = try writeLevel(level, over: boxes, bytes, node: node, parent: parent)
    }
  }

  /// Writes the nodes of a level over those below; returns their boxes.
  private func writeLevel(
    _ level: Int, over below: [RTreeBox], _ bytes: UnsafeMutableRawBufferPointer, node: NodeSink,
    parent: PairSink
  ) throws -> [RTreeBox] {
    var boxes: [RTreeBox] = []
    boxes.reserveCapacity(levels[level])
    for index in 0..<levels[level] {
      let number = self.number(level: level, index: index)
      let share = Self.share(index, of: levels[level], below.count)
      let isRoot = level == levels.count - 1
      let box = try fill(bytes, cells: share.count, depth: isRoot ? level : nil) { cell in
        let child = share.lowerBound + cell
        let childNumber = self.number(level: level - 1, index: child)
        try parent(childNumber, number)
        return (childNumber, below[child])
      }
      if let box { boxes.append(box) }
      try node(number, UnsafeRawBufferPointer(bytes))
    }
    return boxes
  }

  /// Fills a node with cells; returns the box around them, nil for none.
  @inline(__always)
  private func fill(
    _ bytes: UnsafeMutableRawBufferPointer, cells: Int, depth: Int?,
    cell: (Int) throws -> (Int64, RTreeBox)
  ) rethrows -> RTreeBox? {
    bytes.storeBytes(of: UInt16(depth ?? 0).bigEndian, as: UInt16.self)
    bytes.storeBytes(of: UInt16(cells).bigEndian, toByteOffset: 2, as: UInt16.self)
    var offset = Self.headerBytes
    var around: RTreeBox?
    for index in 0..<cells {
      let (id, box) = try cell(index)
      bytes.storeBytes(of: id.bigEndian, toByteOffset: offset, as: Int64.self)
      // Columns stand as the table declares them: xmin, xmax, ymin, ymax.
      Self.store(box.minX, bytes, offset + 8)
      Self.store(box.maxX, bytes, offset + 12)
      Self.store(box.minY, bytes, offset + 16)
      Self.store(box.maxY, bytes, offset + 20)
      offset += Self.cellBytes
      if around == nil { around = box } else { around?.extend(by: box) }
    }
    bytes[offset...].initializeMemory(as: UInt8.self, repeating: 0)
    return around
  }

  @inline(__always)
  private static func store(_ value: Float, _ bytes: UnsafeMutableRawBufferPointer, _ offset: Int) {
    bytes.storeBytes(of: value.bitPattern.bigEndian, toByteOffset: offset, as: UInt32.self)
  }

  /// The number of a node: the root is 1, the leaves follow, then the levels above them.
  private func number(level: Int, index: Int) -> Int64 {
    guard level < levels.count - 1 else { return Self.root }
    return Int64(2 + levels[..<level].reduce(0, +) + index)
  }

  /// Which of `count` cells the node `index` of `nodes` gets.
  private static func share(_ index: Int, of nodes: Int, _ count: Int) -> Range<Int> {
    (index * count / nodes)..<((index + 1) * count / nodes)
  }
}
