import Geometry
internal import Synchronization

/// Works out all that the image of a locator holds, apart from the codes of its cells.
struct LocatorBuilder {
  /// How many bands the rows are divided into: enough that threads finish together, and that the
  /// memory of a band can be given back before the next one is copied.
  private static let bandCount = 64

  /// The number of edges.
  let edgeCount: Int
  let lattice: SquareLattice
  /// The edges in the order in which they are stored.
  private(set) var paths: EdgePaths
  /// The cells beyond the first on a side of an edge, by the place of the edge.
  let extraCells: ContiguousArray<LocatorBlock.ExtraCell>
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
    lattice = directory.lattice
    let paths = paths ?? EdgePaths(edges)
    bands = Self.bands(edges, directory, ambiguous, paths, threads: threads)
    extraCells = Self.extraCells(edges, paths)
    self.paths = paths
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
    let squareRows = directory.lattice.rows
    let count = min(bandCount, squareRows)
    let bands = Mutex([LocatorBand](repeating: LocatorBand(), count: count))
    SquareSource.with(edges, directory, ambiguous, paths) { source in
      WorkShares.forEach(below: count, threads: threads) { number in
        let rows = squareRows * number / count..<squareRows * (number + 1) / count
        let band = LocatorRows(rows, of: source, words: edges.count * 8 / count).band
        bands.withLock { $0[number] = band }
      }
    }
    return bands.withLock { $0 }
  }

  private static func extraCells(
    _ edges: EdgeTable, _ paths: EdgePaths
  ) -> ContiguousArray<LocatorBlock.ExtraCell> {
    let cells = edges.extra.map {
      LocatorBlock.ExtraCell(
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
