package import Geometry
import HotSpots
import Tabular
import Time
import Warehouse

extension District {
  /// Where the rows of a data set concentrate, cell by cell.
  ///
  /// Counts, or rates where an exposure is named, of the cells of one level. The answer depends on
  /// nothing but the store and the question: neither on the number of threads nor on the order of
  /// rows. Rows, neighbours and cells are read in one state of the store.
  ///
  /// - Parameter isCancelled: asked before each cell, on any thread, whether to give up.
  /// - Throws: `CancellationError` where `isCancelled` said so; `HotSpotFault` where the level or the
  ///   category does not exist, the exposure is not known there, or a date cannot be read;
  ///   `DatasetFault` where the data set or the exposure does
  ///   not exist.
  package func hotSpots(
    _ question: HotSpotQuestion, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> HotSpotAnswer {
    try answer(
      question, readActive { try counts(for: question, in: $0, session: $1) }, isCancelled)
  }

  /// The same answer, with the boundaries of its cells in WGS 84 degrees.
  package func mappedHotSpots(
    _ question: HotSpotQuestion, isCancelled: @Sendable () -> Bool = { false }
  ) throws -> (answer: HotSpotAnswer, boundaries: [(grid: GridSummary, boundary: MultiPolygon)]) {
    let (counted, boundaries) = try readActive { index, session in
      let counted = try counts(for: question, in: index, session: session)
      let boundaries = try GridSnapshot(index: index, store: store)
        .boundaries(level: counted.level, session: session)
      return (counted, boundaries)
    }
    return (try answer(question, counted, isCancelled), boundaries)
  }

  /// What the analysis needs, all of one state of the store.
  private struct Counts {
    let index: GridIndex
    let rank: Int
    let filter: RowFilter
    let rows: RowCounts
    /// What is to be known of the rows.
    let notes: [HotSpotNote]
    let counts: [Int]
    let exposures: [Double?]?
    let batch: BatchMark?
    let exposureSource: ExposureSource?
    let weights: SpatialWeights
    /// Where islands are to have the nearest cell as a neighbour.
    let nearest: NearestCells?

    var level: String { index.levels[rank].level.name }
    /// Whether there is anything to compare, so that equal values are worth a word.
    var hasRowsInCells: Bool { counts.contains { $0 > 0 } }
  }

  private func counts(
    for question: HotSpotQuestion, in index: GridIndex, session: StoreTransaction
  ) throws -> Counts {
    let rank = try rank(of: question.level, in: index)
    let cells = CellCounts(index: index, level: rank)
    let dataset = try Self.dataset(question.dataset, session: session)
    let filter = try RowFilter(
      category: question.category, from: question.from, to: question.to, of: dataset)
    let rows = try session.countRows(of: dataset, filter)
    var notes = Self.notes(rows, of: question.dataset, in: index)
    if let note = try Self.widening(filter, question, dataset) { notes.append(note) }
    if rows.total == 0 {
      try Self.check(question.category, of: dataset, session: session)
      let span = try session.span(of: dataset)
      notes.append(.noRows(dataset: dataset.name, first: span?.first, last: span?.last))
    }
    let exposure = try question.exposure.map { try Self.exposure($0, session: session) }
    let exposures = try exposure.map { exposure in
      let exposures = cells.sums(of: exposure.amounts)
      guard exposures.contains(where: { $0 != nil }) else {
        throw HotSpotFault.exposureNotOnLevel(
          exposure: question.exposure ?? "", level: index.levels[rank].level.name)
      }
      return exposures
    }
    let weights =
      switch question.weights {
      case .queen:
        SpatialWeights(
          rows: try index.contiguity(atLevel: rank, scale: GroundScale(crs: crs), session: session))
      }
    return Counts(
      index: index, rank: rank, filter: filter, rows: rows, notes: notes,
      counts: cells.counts(of: rows.byGrid), exposures: exposures,
      batch: try session.latestBatch(of: dataset),
      exposureSource: exposure?.source, weights: weights,
      nearest: question.islands == .nearest
        ? try nearest(atLevel: rank, in: index, session: session) : nil)
  }

  private func nearest(
    atLevel rank: Int, in index: GridIndex, session: StoreTransaction
  ) throws -> NearestCells {
    let boundaries = try GridSnapshot(index: index, store: store)
      .boundaries(level: index.levels[rank].level.name, session: session)
    let known = Dictionary(
      boundaries.map { ($0.grid.code, $0.boundary) }, uniquingKeysWith: { first, _ in first })
    return NearestCells(index.levels[rank].codes.map { known[$0] ?? MultiPolygon([]) })
  }

  private func answer(
    _ question: HotSpotQuestion, _ counted: Counts, _ isCancelled: @Sendable () -> Bool
  ) throws -> HotSpotAnswer {
    let (index, rows) = (counted.index, counted.rows)
    let analysis = HotSpotAnalysis(
      method: question.method, permutations: question.permutations, seed: question.seed,
      fdr: question.adjustsForMultipleTesting ? .benjaminiHochberg : .none,
      islands: question.islands, threads: question.threads)
    let report = try analysis.report(
      codes: index.levels[counted.rank].codes, counts: counted.counts,
      exposures: counted.exposures, weights: counted.weights,
      nearest: { counted.nearest?.nearest(to: $0, among: $1) }, isCancelled: isCancelled)
    let level = index.levels[counted.rank]
    return HotSpotAnswer(
      provenance: HotSpotProvenance(
        dataset: question.dataset, batch: counted.batch, category: question.category,
        from: question.from, to: question.to, countedFrom: counted.filter.from?.text,
        countedTo: counted.filter.to?.text, zone: store.zone.name, level: counted.level,
        generation: index.generation.id,
        isCoverageValid: index.generation.isValid ?? false, exposure: question.exposure,
        exposureSource: counted.exposureSource, weights: question.weights,
        weightsHash: Self.hash(of: report.weights, codes: level.codes), rowsIn: rows.total,
        rowsAttached: rows.byGrid.values.reduce(0, +), rowsUsed: counted.counts.reduce(0, +),
        summary: report.summary,
        warnings: counted.notes
          + report.warnings.filter { $0 != .constant || counted.hasRowsInCells }
          .map { .analysis($0) }),
      cells: zip(report.cells, level.names).map { cell, name in
        var cell = cell
        cell.name = name
        return cell
      })
  }

  /// The SHA-256 of weights as text: for every cell in the order of the codes a line of its code and
  /// those of its neighbours, tabs between them.
  private static func hash(of weights: SpatialWeights, codes: [String]) -> String {
    let lines = codes.indices.map { cell in
      let row = weights.neighbours(of: cell).map { codes[Int($0)] }
      return ([codes[cell]] + row).joined(separator: "\t") + "\n"
    }
    return ContentHash.sha256(lines.joined())
  }

  /// Whether days were added that nobody asked for, since dates are known no more exactly.
  private static func widening(
    _ filter: RowFilter, _ question: HotSpotQuestion, _ dataset: DatasetEntry
  ) throws -> HotSpotNote? {
    let asked = try AskedDays(from: question.from, to: question.to)
    guard asked.from != filter.from || asked.to != filter.to else { return nil }
    return .widened(dataset.datePrecision, from: filter.from?.text, to: filter.to?.text)
  }

  /// What is to be known of rows that were not counted.
  private static func notes(
    _ rows: RowCounts, of dataset: String, in index: GridIndex
  ) -> [HotSpotNote] {
    let attached = rows.byGrid.values.reduce(0, +)
    let present = index.levels.reduce(0) { sum, level in
      sum + level.rowIDs.reduce(0) { $0 + (rows.byGrid[$1] ?? 0) }
    }
    if present < attached {
      return [.earlierGeneration(rows: attached - present, dataset: dataset)]
    }
    return attached == 0 && rows.total > 0 ? [.unattached(rows: rows.total)] : []
  }

  /// Refuses a category that no row has.
  private static func check(
    _ category: String?, of dataset: DatasetEntry, session: StoreTransaction
  ) throws {
    guard let category else { return }
    let known = try session.figures(of: dataset).categories
    guard !known.contains(category) else { return }
    throw HotSpotFault.noSuchCategory(category: category, dataset: dataset.name, known: known)
  }

  private func rank(of level: String?, in index: GridIndex) throws -> Int {
    guard let level else { return index.levels.count - 1 }
    guard let rank = index.index(ofLevel: level) else {
      throw HotSpotFault.levelWithoutCells(level: level, known: index.levels.map(\.level.name))
    }
    return rank
  }
}
