import HotSpots
import Warehouse

extension District {
  /// Where the rows of a data set concentrate, cell by cell (Getis-Ord Gi\*).
  ///
  /// Counts, or rates where an exposure is named, of the cells of one level; queen
  /// contiguity. The answer depends on nothing but the store and the question:
  /// neither on the number of threads nor on the order of rows.
  ///
  /// - Throws: `GewuError` where the data set, the level, the category field or the
  ///   exposure does not exist, or a date cannot be read.
  package func hotSpots(_ question: HotSpotQuestion) throws -> HotSpotAnswer {
    let index = try activeIndex()
    let rank = try rank(of: question.level, in: index)
    let cells = CellCounts(index: index, level: rank)
    let (rows, amounts) = try store.read { session in
      let dataset = try Self.dataset(question.dataset, session: session)
      let filter = try RowFilter(
        category: question.category, from: question.from, to: question.to, of: dataset)
      let rows = try session.countRows(of: dataset, filter)
      if rows.total == 0 { try Self.check(question.category, of: dataset, session: session) }
      let amounts = try question.exposure.map { try Self.exposure($0, session: session) }
      return (rows, amounts)
    }
    let counts = cells.counts(of: rows.byGrid)
    let exposures = amounts.map { cells.sums(of: $0) }
    if let exposures, !exposures.contains(where: { $0 != nil }) {
      throw GewuError(
        .invalid,
        "exposure «\(question.exposure ?? "")» has no value for any cell of level "
          + "\(index.levels[rank].level.name); it may be known on a higher level only: name that "
          + "level")
    }
    let analysis = HotSpotAnalysis(
      permutations: question.permutations, seed: question.seed,
      fdr: question.adjustsForMultipleTesting ? .benjaminiHochberg : .none,
      threads: question.threads)
    let report = analysis.report(
      codes: index.levels[rank].codes, counts: counts, exposures: exposures,
      weights: SpatialWeights(
        rows: try store.read { try index.contiguity(atLevel: rank, session: $0) }))
    return HotSpotAnswer(
      provenance: HotSpotProvenance(
        dataset: question.dataset, category: question.category, from: question.from,
        to: question.to, level: index.levels[rank].level.name, generation: index.generation.id,
        isCoverageValid: index.generation.isValid ?? false, exposure: question.exposure,
        rowsIn: rows.total, rowsAttached: rows.byGrid.values.reduce(0, +),
        rowsUsed: counts.reduce(0, +), summary: report.summary,
        warnings: Self.warnings(rows, of: question.dataset, in: index) + report.warnings),
      cells: report.cells)
  }

  /// What is to be known of rows that were not counted.
  private static func warnings(
    _ rows: RowCounts, of dataset: String, in index: GridIndex
  ) -> [HotSpotWarning] {
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
    throw GewuError(
      .notFound,
      "no row of data set \(dataset.name) has the category «\(category)»; its categories are "
        + known.prefix(30).joined(separator: ", ") + (known.count > 30 ? " …" : ""))
  }

  private func rank(of level: String?, in index: GridIndex) throws -> Int {
    guard let level else { return index.levels.count - 1 }
    guard let rank = index.index(ofLevel: level) else {
      throw GewuError(
        .notFound,
        "level «\(level)» has no cells; the levels with cells are "
          + index.levels.map(\.level.name).joined(separator: ", "))
    }
    return rank
  }
}
