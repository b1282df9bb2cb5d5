import Geometry
internal import Synchronization

extension LocatorImage {
  /// The image of what a builder worked out, with the codes of the cells or none.
  ///
  /// The memory of the paths and of each band is given back once it is copied, so that not all is
  /// held twice.
  convenience init(
    _ builder: consuming LocatorBuilder, cellCount: Int, codes: [String], threads: Int
  ) {
    let lattice = builder.lattice
    let names = Self.joined(codes)
    self.init(
      header: LocatorHeader(
        cellCount: UInt64(cellCount), edgeCount: UInt64(builder.edgeCount),
        columns: UInt64(lattice.columns), rows: UInt64(lattice.rows), box: lattice.box,
        scaleX: lattice.scaleX, scaleY: lattice.scaleY),
      counts: [
        .columnStart: lattice.columnStart.count, .rowStart: lattice.rowStart.count,
        .entries: lattice.columns * lattice.rows,
        .blocks: builder.bands.reduce(0) { $0 + $1.blocks.count },
        .vertices: builder.paths.vertices.count, .extra: builder.extraCells.count,
        .codeEnds: names.ends.count, .codeBytes: names.bytes.count,
      ])
    fill(.columnStart, with: lattice.columnStart)
    fill(.rowStart, with: lattice.rowStart)
    fill(.extra, with: builder.extraCells)
    fill(.codeEnds, with: names.ends)
    fill(.codeBytes, with: names.bytes)
    precondition(
      count(of: .blocks) <= LocatorBlock.flag, "a locator holds fewer than 2^31 words of blocks")
    let places = builder.bands.reduce(into: [BandPlace()]) { places, band in
      places.append(places[places.count - 1].after(band))
    }
    let source = Mutex(builder)
    // Touching memory for the first time takes longer than copying: threads share that, too.
    WorkShares.forEach(below: places.count, threads: threads) { share in
      if share == 0 {
        fill(.vertices, with: source.withLock { $0.takeVertices() })
      } else {
        fill(places[share - 1], with: source.withLock { $0.takeBand(share - 1) })
      }
    }
    clearGap(after: .entries)
    clearGap(after: .blocks)
  }

  /// Where the entries and blocks of a band go.
  private struct BandPlace {
    var entries = 0
    var blocks = 0

    func after(_ band: LocatorBand) -> BandPlace {
      BandPlace(entries: entries + band.entries.count, blocks: blocks + band.blocks.count)
    }
  }

  /// Copies a band, and moves the places of its blocks.
  private func fill(_ place: BandPlace, with band: LocatorBand) {
    let entries: UnsafeMutablePointer<UInt32> = start(of: .entries) + place.entries
    let blocks: UnsafeMutablePointer<UInt32> = start(of: .blocks) + place.blocks
    let words = UInt32(place.blocks)
    for (square, entry) in band.entries.enumerated() {
      (entries + square).initialize(to: LocatorBand.moved(entry, by: words))
    }
    band.blocks.withUnsafeBufferPointer {
      _ = UnsafeMutableBufferPointer(start: blocks, count: $0.count).initialize(from: $0)
    }
    for divided in band.dividedPlaces {
      // Its header and six doubles come before the entries of its parts; see `LocatorBlock`.
      for part in divided + 13..<divided + 29 {
        blocks[part] = LocatorBand.moved(blocks[part], by: words)
      }
    }
  }
}
