import Addresses
import Datasets
import Geometry
package import Warehouse

extension District {
  /// Looks up the addresses of the current rows of data sets that have not been, or that a later version of the
  /// register may say something else of, and attaches rows that nothing else has attached.
  ///
  /// A text that names nothing that has changed since keeps its answer. Each data set is one transaction.
  ///
  /// - Parameter dataset: only this one; nil for all with an address in their place.
  /// - Returns: what was done, a data set each; none where there is no register.
  /// - Throws: `DatasetFault` where the data set does not exist; ``AddressFault``, `StoreError`, `SealFault`. Data
  ///   sets that are done stay.
  package func matchRows(
    dataset: String? = nil, threads: Int = 2
  ) throws -> [AddressRowsReport] {
    guard try store.read({ try $0.registerVersion() }) != nil else { return [] }
    return try store.withWriterLock {
      books.outdate()
      let matching = try addressMatcher()
      let entries = try store.read { session in
        try dataset.map { [try Self.dataset($0, session: session)] } ?? session.datasets()
      }
      return try entries.compactMap { entry in
        let manifest = try store.read { try $0.manifest(of: entry) }
        guard let field = manifest.addressField else { return nil }
        return try match(entry, field: field, matching, threads: threads)
      }
    }
  }

  private func match(
    _ entry: DatasetEntry, field: String, _ matching: AddressMatching, threads: Int
  ) throws -> AddressRowsReport {
    var rows: [RowToMatch] = []
    var confirmed: [Int64] = []
    var isSealed = false
    try store.read { session in
      guard try session.missingFields([field], of: entry).isEmpty else { return }
      isSealed = try session.isSealed(field, of: entry)
      var changes: [Int64: Set<RegisterElement>] = [:]
      try session.forEachRowToMatch(of: entry, field: field, version: matching.version) { row in
        guard let version = row.version else { return rows.append(row) }
        let changed = try changes[version] ?? session.elementsChanged(since: version)
        changes[version] = changed
        if matching.names(row.text, anyOf: changed) {
          rows.append(row)
        } else {
          confirmed.append(row.row)
        }
      }
    }
    var found = matching.places(rows.map(\.text), threads: threads)
    if isSealed { for index in found.indices { found[index].addressID = nil } }
    let generation = matching.locator?.index.generation.id
    return try store.write { session in
      try session.keep(
        zip(rows, found).map { (row: $0, said: $1) }, confirmed: confirmed, of: entry,
        version: matching.version,
        generation: generation)
    }
  }

  /// Finds the cell of a written address, for rows of a manifest; nil where it names none, or no register was
  /// loaded.
  func addressPlacer(for manifest: Manifest) throws -> AddressPlacer? {
    guard manifest.addressField != nil, try store.read({ try $0.registerVersion() }) != nil
    else { return nil }
    let matching = try addressMatcher()
    return { matching.places([$0], threads: 1).first?.place }
  }
}

extension AddressRowsReport {
  /// Whether any row was looked up.
  package var isOfUse: Bool { rows > 0 }
}

extension Manifest {
  /// The field with the written address of a record's place.
  var addressField: String? {
    for case .address(let field) in locations { return field }
    return nil
  }
}

extension AddressMatching {
  /// Whether a text names one of some elements, in any way to read it.
  func names(_ text: String, anyOf elements: Set<RegisterElement>) -> Bool {
    let readings = book.reader.parser.readings(of: text, within: book.reader.context)
    return readings.contains { reading in
      reading.elements.contains { elements.contains(RegisterElement($0.kind, $0.key)) }
    }
  }

  /// What each of some texts is found to be, in their order; the same for any number of threads.
  func places(_ texts: [String], threads: Int) -> [RowAddress] {
    inShares(texts, threads: threads) { texts in
      var run = MatchRun(book.matcher)
      return texts.map { found(run.match($0)) }
    }
  }

  private func found(_ result: MatchResult) -> RowAddress {
    let sure = result.certainty == .equal || result.certainty == .sure
    return RowAddress(
      addressID: sure ? result.entry.flatMap(book.addressID) : nil,
      level: result.level, matchClass: result.certainty.name,
      faults: result.faults.map(\.name).joined(separator: " "),
      place: sure ? result.entry.flatMap(place) : nil)
  }

  /// The leaf cell of the point of an entry that stands for one place; else the cell of the area that it is known
  /// to lie in.
  private func place(_ entry: EntryIndex) -> PlacedAddress? {
    guard let locator, let leaf = locator.index.levels.last else { return nil }
    if book.isPlace(entry), let point = book.register.position(for: entry),
      let cell = locator.attach(Coordinate(x: point.longitude, y: point.latitude)).cell
    {
      return PlacedAddress(gridID: cell.rowID, level: leaf.level.name)
    }
    return book.area(of: entry).flatMap { areas[$0] }
  }
}
