import Geometry
internal import Synchronization

/// Works out all that the image of a locator holds, apart from the codes of its cells.
struct LocatorBuilder {
  /// What the entries and blocks together should take at most, in bytes an edge.
  ///
  /// The finer the squares, the fewer positions need an edge, and the more memory is needed.
  static let bytesAnEdge = 38.0
  /// What a block takes, about; measured on city districts.
  static let bytesABlock = 52.0
  /// How many bands the rows are divided into: enough that threads finish together, and that the
  /// memory of a band can be given back before the next one is copied.
  private static let bandCount = 64

  /// The number of edges.
  let edgeCount: Int
  /// The squares; without the lists of their edges.
  private(set) var directory: EdgeDirectory
  /// The edges in the order in which they are stored.
  private(set) var paths: EdgePaths
  /// The cells beyond the first on a side of an edge, by the place of the edge.
  let extraCells: ContiguousArray<LocatorIndex.ExtraCell>
  /// What the rows answer, from the lowest on.
  private(set) var bands: [LocatorBand]

  /// - Parameters:
  ///   - ambiguous: the edges beside which a place can belong to several cells; may be empty.
  ///   - paths: the paths of the edges, if they are known already.
  ///   - threads: how many threads to share the work among; the result does not depend on it.
  init(
    edges: EdgeTable, directory: EdgeDirectory, ambiguous: ContiguousArray<Bool>,
    paths: EdgePaths? = nil, threads: Int = 1
  ) {
    edgeCount = edges.count
    self.directory = directory
    let paths = paths ?? EdgePaths(edges)
    bands = Self.bands(edges, directory, ambiguous, paths, threads: threads)
    extraCells = Self.extraCells(edges, paths)
    self.paths = paths
    self.directory.dropLists()
  }

  /// The builder for edges of cells that do not overlap; nil when there are no edges.
  init?(edges: EdgeTable, threads: Int) {
    let directory = Mutex<EdgeDirectory?>(nil)
    let paths = Mutex<EdgePaths?>(nil)
    // Neither needs the other, and the directory takes a little longer than the paths.
    WorkShares.forEach(below: 2, threads: threads) { share in
      if share == 0 {
        let made = EdgeDirectory(edges)
        directory.withLock { $0 = made }
      } else {
        let made = EdgePaths(edges)
        paths.withLock { $0 = made }
      }
    }
    guard let directory = directory.withLock({ $0.take() }) else { return nil }
    self.init(
      edges: edges, directory: directory, ambiguous: [], paths: paths.withLock { $0.take() },
      threads: threads)
  }

  private static func bands(
    _ edges: EdgeTable, _ directory: EdgeDirectory, _ ambiguous: ContiguousArray<Bool>,
    _ paths: EdgePaths, threads: Int
  ) -> [LocatorBand] {
    let count = min(bandCount, directory.rows)
    let bands = Mutex([LocatorBand](repeating: LocatorBand(), count: count))
    SquareSource.with(edges, directory, ambiguous, paths) { source in
      WorkShares.forEach(below: count, threads: threads) { number in
        let rows =
          directory.rows * number / count..<directory.rows * (number + 1) / count
        let band = LocatorRows(rows, of: source, words: edges.count * 8 / count).band
        bands.withLock { $0[number] = band }
      }
    }
    return bands.withLock { $0 }
  }

  private static func extraCells(
    _ edges: EdgeTable, _ paths: EdgePaths
  ) -> ContiguousArray<LocatorIndex.ExtraCell> {
    let cells = edges.extra.map {
      LocatorIndex.ExtraCell(
        place: UInt32(paths.places[Int($0.edge)]), code: UInt32($0.cell + 1))
    }
    return ContiguousArray(cells.sorted { ($0.place, $0.code) < ($1.place, $1.code) })
  }

  /// Hands over the positions of the paths, whose memory is the receiver's to give back.
  mutating func takeVertices() -> ContiguousArray<Coordinate> {
    let vertices = paths.vertices
    paths = EdgePaths(EdgeTable(capacity: 0))
    return vertices
  }

  /// Hands over a band, whose memory is the receiver's to give back.
  mutating func takeBand(_ number: Int) -> LocatorBand {
    var band = LocatorBand()
    swap(&band, &bands[number])
    return band
  }
}

/// What neighbouring rows of squares answer.
struct LocatorBand {
  /// The entry of each square, row by row, as if no blocks came before those of the band.
  var entries: ContiguousArray<UInt32> = []
  /// The blocks, one after another; see `LocatorBlock`.
  var blocks: ContiguousArray<UInt32> = []
  /// Where blocks begin that hold entries of their own.
  var dividedPlaces: ContiguousArray<Int> = []

  /// A band without rows, with room for as many squares and words of blocks.
  init(squares: Int = 0, words: Int = 0) {
    entries.reserveCapacity(squares)
    blocks.reserveCapacity(words)
  }

  /// Begins a block; what follows is appended by the caller.
  ///
  /// - Returns: the entry that names the block.
  mutating func begin(_ header: UInt32) -> UInt32 {
    let place = blocks.count
    precondition(place < LocatorBlock.flag, "a locator holds fewer than 2^31 words of blocks")
    blocks.append(header)
    return LocatorBlock.flag | UInt32(place)
  }

  /// An entry where other blocks come before those of the band.
  static func moved(_ entry: UInt32, by words: UInt32) -> UInt32 {
    // The highest bit is 1 where the entry names a block; see `LocatorBlock.flag`.
    entry < LocatorBlock.flag ? entry : entry + words
  }
}
