import Grids
public import Datasets
public import Warehouse

extension District {
  /// Imports one file into the data set that a manifest describes, and attaches its records to the
  /// active generation; without one they stay unattached.
  ///
  /// - Returns: what became of every row; see ``Warehouse/ImportReport``.
  /// - Throws: `TabularError` or `DatasetsError` for a fault of the whole file,
  ///   `CoordinateTransformError` for an unknown reference system, `StoreError` for a fault of the
  ///   store, `CancellationError`; nothing was changed then.
  public func importFile(
    at path: String, manifest: Manifest, options: ImportOptions = ImportOptions()
  ) throws -> ImportReport {
    var request = ImportRequest(path: path, manifest: manifest)
    if !manifest.locations.isEmpty { request.attacher = try attacher(for: manifest) }
    request.maximumErrors = options.maximumErrors
    request.isDryRun = options.isDryRun
    request.isForced = options.isForced
    request.toolVersion = options.toolVersion
    request.progress = options.progress
    request.isCancelled = options.isCancelled
    return try store.importFile(request)
  }

  /// The latest batches, the newest first.
  public func batches(dataset: String? = nil, limit: Int = 100) throws -> [BatchRecord] {
    try store.read { try $0.batches(dataset: dataset, limit: limit) }
  }

  /// The batch of a number.
  ///
  /// - Throws: `GewuError` where there is none.
  public func batch(_ id: Int64) throws -> BatchRecord {
    try store.read { try Self.batch(id, session: $0) }
  }

  /// The refused rows with every reason, in the order of batches and rows.
  public func quarantinedRows(
    batch: Int64? = nil, dataset: String? = nil, status: String? = "open", limit: Int = 100,
    offset: Int = 0
  ) throws -> [QuarantinedRow] {
    try store.read {
      try $0.quarantinedRows(
        batch: batch, dataset: dataset, status: status, limit: limit, offset: offset)
    }
  }

  /// What an import needs of the active generation; nil where none is active.
  private func attacher(for manifest: Manifest) throws -> GridAttacher? {
    guard try store.read({ try $0.activeGeneration() }) != nil else { return nil }
    let index = try activeIndex()
    guard let leaf = index.levels.last else { return nil }
    var codes: [String: [String: Int64]] = [:]
    for case .grid(_, let level) in manifest.locations {
      guard let position = index.index(ofLevel: level) else {
        let names = index.levels.map(\.level.name).joined(separator: ", ")
        throw GewuError(
          .invalid,
          "\(manifest.path): gewu.location.grid: the active generation has no level «\(level)»; "
            + "its levels are \(names)")
      }
      let cells = index.levels[position]
      codes[level] = Dictionary(
        zip(cells.codes, cells.rowIDs), uniquingKeysWith: { first, _ in first })
    }
    let locator = index.locator
    return GridAttacher(
      generation: index.generation.id, level: leaf.level.name, gridIDs: leaf.rowIDs,
      codes: codes
    ) { locator.locate($0).cell }
  }
}
