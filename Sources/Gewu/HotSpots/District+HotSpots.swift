package import Geometry
import HotSpots
import Tabular
import Time
import Warehouse

extension District {
  /// Where the rows of a data set, or the reports, concentrate, cell by cell.
  ///
  /// Counts, or rates where an exposure is named, of the cells of one level. The answer depends on
  /// nothing but the store and the question: neither on the number of threads nor on the order of
  /// rows. Rows, exposures, neighbours and cells are read in one state of the store, and every row has
  /// one fate in the balance of the answer.
  ///
  /// Of a data set of sensitivity 3 or 4 everyone sees one table only, without small counts and without those
  /// that would tell them, and statistics that follow from what is shown.
  ///
  /// - Parameters:
  ///   - audience: who is answered.
  ///   - isCancelled: asked before each cell, on any thread, whether to give up.
  /// - Throws: `CancellationError` where `isCancelled` said so; `HotSpotFault` where the level or a
  ///   category does not exist, the exposure is not known there, a date cannot be read, or the store has
  ///   no state of the batch; `DatasetFault` where the data set or the exposure does not exist;
  ///   ``NetFault``, ``IndexFault`` and ``GenerationFault`` where the net or the generation does not;
  ///   `StoreError.unknownZone`.
  package func hotSpots(
    _ question: HotSpotQuestion, for audience: HotSpotAudience = .everyone,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> HotSpotAnswer {
    let counted = try readCounts(for: question, audience) { counts, _ in counts }
    return try answer(question, counted, isCancelled)
  }

  /// The same answer, with the boundaries of its cells in WGS 84 degrees.
  package func mappedHotSpots(
    _ question: HotSpotQuestion, for audience: HotSpotAudience = .everyone,
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> (answer: HotSpotAnswer, boundaries: [(grid: GridSummary, boundary: MultiPolygon)]) {
    let (counted, boundaries) = try readCounts(for: question, audience) { counts, session in
      (
        counts,
        try GridSnapshot(index: counts.index, store: store)
          .boundaries(level: counts.level, session: session)
      )
    }
    return (try answer(question, counted, isCancelled), boundaries)
  }

  /// What the analysis needs, all of one state of the store.
  private struct Counts {
    let index: GridIndex
    let rank: Int
    let cells: CellCounts
    /// What is withheld; nil where nothing may be.
    let withheld: WithheldCells?
    /// What has to be written down of the read: of whose rows, how many.
    let read: (source: String, rows: Int)?
    let days: AskedDays
    let zone: LocalZone
    /// What is to be known of the rows.
    let notes: [HotSpotNote]
    let batch: BatchMark?
    let exposureSource: ExposureSource?
    let weights: SpatialWeights
    /// Where islands are to have the nearest cell as a neighbour.
    let nearest: NearestCells?

    var level: String { index.levels[rank].level.name }
    /// Whether there is anything to compare, so that equal values are worth a word.
    var hasRowsInCells: Bool { cells.counts.contains { $0 > 0 } }
  }

  private func readCounts<Answer>(
    for question: HotSpotQuestion, _ audience: HotSpotAudience,
    _ body: (Counts, StoreTransaction) throws -> Answer
  ) throws -> Answer {
    let (answer, read) = try readSnapshot(
      net: question.rows.net ?? Net.base, generation: question.rows.generation
    ) {
      let counts = try counts(for: question, audience, in: $0, session: $1)
      return (try body(counts, $1), counts.read)
    }
    if case .reader(let purpose) = audience, let read {
      try note(purpose, for: [("hotspots/\(read.source)", read.rows)])
    }
    return answer
  }

  private func counts(
    for question: HotSpotQuestion, _ audience: HotSpotAudience, in index: GridIndex,
    session: StoreTransaction
  ) throws -> Counts {
    let asked = question.rows
    let rank = try rank(of: asked.level, in: index)
    let reader = QuestionReader(question: asked, index: index, session: session)
    let level = try session.sensitivity(of: try reader.source())
    let k = try leastCount(for: question, audience, ofLevel: level, in: index, session: session)
    let rows = try reader.rows()
    let exposure = try reader.exposure(isEveryone: audience.isEveryone)
    let tree = CellTree(index)
    let cells = CellCounts(
      rows.slice, quarantined: rows.cube.quarantined, in: tree, rank: rank,
      amounts: exposure?.amounts, doubtful: rows.doubtful, isWhole: k != nil)
    guard cells.balance.isBalanced else { throw HotSpotFault.unbalanced(cells.balance) }
    if let exposures = cells.exposures, exposures.allSatisfy({ $0 == nil }),
      let exposure, exposure.doubtful == 0,
      !index.levels[rank...].contains(where: {
        $0.rowIDs.contains(where: exposure.incomplete.contains)
      })
    {
      throw HotSpotFault.exposureNotOnLevel(
        exposure: asked.exposure ?? "", level: index.levels[rank].level.name)
    }
    let weights =
      switch question.weights {
      case .queen:
        SpatialWeights(
          rows: try index.contiguity(atLevel: rank, scale: GroundScale(crs: crs), session: session))
      }
    let withheld = k.map {
      WithheldCells(
        rows.slice.byCell, codes: index.levels.map(\.codes), in: tree, rank: rank, k: $0)
    }
    return Counts(
      index: index, rank: rank, cells: cells, withheld: withheld,
      read: (level ?? 0) >= FeatureSource.withheldLevel
        ? (asked.source.dataset ?? asked.source.kind.rawValue, rows.slice.inPeriod) : nil,
      days: rows.days, zone: rows.zone,
      notes: try notes(
        rows, exposure, cells, withheld, of: asked, rank: rank, in: index, session: session),
      batch: try rows.cube.latestBatch.flatMap { try session.mark(ofBatch: $0) },
      exposureSource: exposure?.source, weights: weights,
      nearest: question.islands == .nearest
        ? try nearest(atLevel: rank, in: index, session: session) : nil)
  }

  /// What is to be known of rows that were not counted.
  private func notes(
    _ rows: QuestionReader.Rows, _ exposure: QuestionReader.Exposure?, _ cells: CellCounts,
    _ withheld: WithheldCells?, of question: Question, rank: Int, in index: GridIndex,
    session: StoreTransaction
  ) throws -> [HotSpotNote] {
    var notes: [HotSpotNote] = []
    if let withheld { notes.append(.withheld(cells: withheld.estimates.count, k: withheld.k)) }
    let shown = withheld.map { cells.balance.withholding(below: $0.k) } ?? cells.balance
    let answering = try session.answeringGeneration(net: index.generation.net)
    let isPast = question.batch != nil || answering?.id != index.generation.id
    let remedy: HotSpotNote.Remedy =
      if isPast { .none } else if let dataset = question.source.dataset {
        .attaching(dataset: dataset)
      } else { .attachingReports }
    let earlier = cells.balance[.earlierGeneration]
    if earlier > 0 {
      notes.append(.earlierGeneration(rows: shown.shown(.earlierGeneration), remedy))
    }
    if !cells.incomplete.isEmpty {
      notes.append(.incompleteCells(cells: cells.incomplete.count, remedy))
    }
    if let exposure, exposure.doubtful > 0 {
      notes.append(.earlierExposure(cells: exposure.doubtful, dataset: exposure.source.dataset))
    }
    if let exposure, exposure.source.rows.missing > 0 {
      notes.append(
        .incompleteExposure(
          exposure.source.rows, cells: exposure.incomplete.count, dataset: exposure.source.dataset))
    }
    let other = cells.balance[.otherLevel]
    if other > 0 {
      notes.append(
        .otherLevel(rows: shown.shown(.otherLevel), level: index.levels[rank].level.name))
    }
    if rows.slice.attached == 0, rows.slice.inPeriod > 0 {
      notes.append(.unattached(rows: shown.shown(.unattached)))
    }
    if rows.isWidened {
      notes.append(
        .widened(rows.source.datePrecision, from: rows.days.from?.text, to: rows.days.to?.text))
    }
    if rows.slice.inPeriod == 0 {
      let span = try session.span(of: rows.source)
      notes.append(.noRows(dataset: rows.source.dataset, first: span?.first, last: span?.last))
    }
    return notes
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
    let (index, cells) = (counted.index, counted.cells)
    let analysis = HotSpotAnalysis(
      method: question.method, permutations: question.permutations, seed: question.seed,
      fdr: question.fdr, islands: question.islands, threads: question.threads)
    let level = index.levels[counted.rank]
    let withheld = counted.withheld
    let balance = withheld.map { cells.balance.withholding(below: $0.k) } ?? cells.balance
    let report = try analysis.report(
      codes: level.codes, counts: withheld?.clearing(cells.counts) ?? cells.counts,
      exposures: cells.exposures, weights: counted.weights,
      withheld: withheld?.estimates ?? [:], incomplete: cells.incomplete,
      nearest: { counted.nearest?.nearest(to: $0, among: $1) }, isCancelled: isCancelled)
    return HotSpotAnswer(
      provenance: HotSpotProvenance(
        question: question.rows, batch: counted.batch, countedFrom: counted.days.from?.text,
        countedTo: counted.days.to?.text, zone: counted.zone.name, net: index.generation.net,
        level: counted.level, generation: index.generation.id,
        isCoverageValid: index.generation.isValid ?? false,
        exposureSource: counted.exposureSource, weights: question.weights,
        weightsHash: Self.hash(of: report.weights, codes: level.codes),
        rowsIn: balance.inPeriod, rowsAttached: balance.attached, balance: balance,
        summary: report.summary,
        withheld: withheld.map { .init(k: $0.k, cells: $0.estimates.count) },
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

  private func rank(of level: String?, in index: GridIndex) throws -> Int {
    guard let level else { return index.levels.count - 1 }
    guard let rank = index.index(ofLevel: level) else {
      throw HotSpotFault.levelWithoutCells(level: level, known: index.levels.map(\.level.name))
    }
    return rank
  }
}
