import Geometry
import Projections
import Warehouse

extension District {
  /// Loads one level into the generation being prepared, a new one where there is
  /// none, and completes that generation: parents, and boundaries by union.
  ///
  /// All of it is one transaction: on any error, on a refusal, and in a dry run
  /// the store is as before.
  ///
  /// - Throws: what is wrong with the file; `InvalidCoverage` where it was to be
  ///   activated, failed the check and that is not allowed; ``CellLoss`` where too
  ///   many cells would go.
  package func loadGrids(_ request: GridLoadRequest) throws -> GridLoadReport {
    let net = try net(request.net)
    guard let rank = net.levels.firstIndex(of: request.level) else {
      throw GridLoadFault.noLevel(request.level, known: net.levels)
    }
    guard request.parentField == nil || request.parentsFile == nil else {
      throw GridLoadFault.parentsFromTwo
    }
    let content = try GridFile(
      request: request, storeCRS: crs,
      linework: { lines in try self.store.read { try $0.linework(of: lines) } }
    ).read()
    let scale = try GroundScale(crs: crs)
    do {
      let report = try writeLocked { session in
        let generation = try session.preparingGeneration(net: net.name)
        // What was checked for a moment to come is no longer what there is.
        try session.schedule(generation: generation, at: nil)
        var draft = try draft(of: generation, net: net.name, session: session)
        draft.cells[rank] = content.cells.sorted { $0.code < $1.code }
        try draft.complete()
        let badCodes = try checkCodes(of: draft, rank: rank, request, in: net)
        let changes = try keep(draft, generation: generation, session: session)
        let activation =
          request.activates
          ? try activate(
            draft, generation: generation, allowsInvalid: request.allowsInvalid,
            maximumShrink: request.maximumShrink, scale: scale, session: session) : nil
        let report = GridLoadReport(
          generation: generation, level: request.level, cells: draft.cells[rank].count,
          skipped: content.skipped, cut: content.cut,
          overlapping: content.overlapping, bent: content.bent,
          changes: changes[rank], parents: .init(of: draft.cells[rank]),
          activated: activation != nil, badCodes: badCodes, drawing: content.drawing,
          check: activation)
        if request.isDryRun { throw DryRun(report: report) }
        return report
      }
      if request.activates { try indexes.activated(net: net.name) }
      return report
    } catch let dryRun as DryRun {
      return dryRun.report
    }
  }

  /// Checks the boundaries of a generation: the one being prepared, else the
  /// active one, where none is named.
  ///
  /// - Parameters:
  ///   - net: whose generation is meant where none is named.
  ///   - households: the data set that the sizes of the grids are counted from; the only one of
  ///     households, where it is nil.
  ///   - gapWidth: up to which width in metres a strip between cells that is open to the outside is a
  ///     fault; 0 for none. An activation takes 0.1.
  /// - Throws: ``GenerationFault`` where there is no such generation.
  package func checkGrids(
    generation: Int64? = nil, net: String = Net.base, households: String? = nil,
    gapWidth: Double = 0.1
  ) throws -> GridCheckReport {
    _ = try self.net(net)
    let scale = try GroundScale(crs: crs)
    return try store.read { session in
      let chosen = try chosenGeneration(generation, net: net, session)
      var report = try draft(of: chosen.id, net: chosen.net, session: session)
        .check(generation: chosen.id, scale: scale, gapWidth: gapWidth)
      report.sizes = try sizes(of: chosen, dataset: households, session: session)
      return report
    }
  }

  /// Changes boundaries under the writer's lock: a load of records that are attached to them may be
  /// under way in several transactions.
  ///
  /// What is due is made active before, so that it is not drawn over.
  func writeLocked<Value>(_ work: (StoreTransaction) throws -> Value) throws -> Value {
    try store.withWriterLock {
      try store.write { session in
        try session.activateDueGenerations()
        return try work(session)
      }
    }
  }

  /// The generation that is named, else the one being prepared, else the active one.
  ///
  /// - Throws: ``GenerationFault`` where there is none.
  func chosenGeneration(
    _ generation: Int64?, net: String, _ session: StoreTransaction
  ) throws -> Generation {
    let chosen =
      if let generation {
        try session.generation(id: generation)
      } else {
        try session.preparedOrActive(net: net)
      }
    guard let chosen else { throw Self.noGeneration(generation) }
    return chosen
  }

  func draft(
    of generation: Int64, net: String, session: StoreTransaction
  ) throws -> GenerationDraft {
    let levels = try session.levels(net: net)
    return GenerationDraft(
      levels: levels,
      cells: try levels.map { try session.grids(level: $0, generation: generation) },
      acceptedGaps: try session.acceptedGaps(net: net), isGeographic: crs.isGeographic,
      sharedArea: try session.sharedArea())
  }

  func keep(
    _ draft: GenerationDraft, generation: Int64, session: StoreTransaction
  ) throws -> [GridChanges] {
    try draft.levels.indices.map { rank in
      try session.replace(
        level: draft.levels[rank], generation: generation, with: draft.cells[rank])
    }
  }

  static func noGeneration(_ generation: Int64?) -> GenerationFault {
    generation.map { .noGeneration($0) } ?? .nothingLoaded
  }
}

/// Ends a transaction that was only to show what it would do.
private struct DryRun: Error {
  let report: GridLoadReport
}

extension GridLoadReport.Parents {
  /// Counts how `cells` came to their parents.
  init(of cells: [GridRecord]) {
    self.init()
    for cell in cells {
      switch cell.parentMethod {
      case .field: field += 1
      case .table: table += 1
      case .containment: containment += 1
      case nil: none += 1
      }
    }
  }
}
