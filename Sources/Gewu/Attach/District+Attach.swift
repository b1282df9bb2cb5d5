import Datasets
import Geometry
package import Warehouse

extension District {
  /// Attaches the current rows of data sets to the active generation again, each data set in one
  /// transaction; rows and reports remember the cells they had.
  ///
  /// Only what is in another cell than before is written, so a second run changes nothing.
  ///
  /// - Parameter dataset: only the rows of this one, and no reports; nil for all data sets that have
  ///   a place, and the reports.
  /// - Returns: what was done, a data set each, the reports last.
  /// - Throws: `DatasetFault` where the data set does not exist; ``IndexFault`` where no generation is
  ///   active;
  ///   `DatasetsError` where a rule of place cannot be read; `StoreError`. Data sets that are done
  ///   stay.
  package func attach(dataset: String? = nil) throws -> [AttachReport] {
    try store.withWriterLock {
      try store.activateDueGenerations()
      let entries = try store.read { session in
        try dataset.map { [try Self.dataset($0, session: session)] } ?? session.datasets()
      }
      var reports = try entries.compactMap { entry -> AttachReport? in
        let manifest = try store.read { try $0.manifest(of: entry) }
        guard manifest.locations.contains(where: { $0 != .none }) else { return nil }
        guard let attacher = try attacher(for: manifest) else {
          throw IndexFault.nothingActive(net: Net.base, store: store.path)
        }
        let addresses = try addressPlacer(for: manifest)
        return try store.write {
          try $0.attach(entry, by: manifest, to: attacher, addresses: addresses)
        }
      }
      if dataset == nil { reports.append(try attachReports()) }
      return reports
    }
  }

  /// The cells that a row of a data set was attached to before its present one, the oldest first.
  ///
  /// - Parameters:
  ///   - dataset: its name; nil for a report.
  ///   - row: the number of the row (its column `id`), or of the report.
  package func earlierGrids(dataset: String? = nil, row: Int64) throws -> [EarlierGrid] {
    try store.read { try $0.earlierGrids(dataset: dataset, row: row) }
  }

  private func attachReports() throws -> AttachReport {
    let index = try indexes.base.refreshed()
    let locator = try PointLocator(index: index, from: crs, storeCRS: crs)
    return try store.write { session in
      let successors = try session.successors(in: index.generation.id)
      return try session.attachReports(
        generation: index.generation.id,
        locate: { position in
          let found = locator.attach(position)
          return (found.cell?.rowID, found.status.rawValue)
        }, successor: { successors[$0] })
    }
  }
}
