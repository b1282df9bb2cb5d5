import Datasets
import Dispatch
import Foundation
import Synchronization

/// A fictional district: made from a seed, the same on every machine.
///
/// Its ground (706 grids on four levels), its people and organisations, the files of its
/// departments with all their faults, and the answer key: what must become of each file when it is
/// imported. Division code 990101 belongs to no place; all numbers are valid by their check
/// characters and belong to nobody.
package struct DemoDistrict: Sendable {
  /// What all its draws are keyed by.
  package let seed: UInt64
  /// The share of the rows of the whole district, in percent: 100 is 1,390,000.
  package let rowsPercent: Int
  /// Which month's files are made: 1, or 2 for those that come after them.
  package let month: Int

  /// The district of a seed.
  package init(seed: UInt64 = 1, rowsPercent: Int = 100, month: Int = 1) {
    self.seed = seed
    self.rowsPercent = rowsPercent
    self.month = month
  }

  /// The folder of the month's files inside that of the district.
  package var filesFolder: String { month == 1 ? "files" : "files-\(month)" }

  /// How many people live in the whole district.
  static let people = 400_000

  /// Writes the boundaries into `grids/`, the departments' files into `files/` and `key.json` into
  /// a folder, which is made where it is not there; for the second month the files into `files-2/`
  /// and `key-2.json`.
  ///
  /// In the second month some rows have changed, some are gone and some are new, a few are faulty
  /// now, and most of those that were refused are repaired.
  ///
  /// - Parameters:
  ///   - path: the folder of manifests; those of other data sets are left alone.
  ///   - geopackage: makes writers of GeoPackages, which only the store's module can write.
  ///   - progress: told of each file that is finished, on any thread.
  /// - Returns: the key that was written.
  /// - Throws: `DemoError`, or an `OutputError` where a file cannot be written.
  package func make(
    into folder: String, manifestsAt path: String, geopackage: WriterRequest.Maker? = nil,
    progress: @escaping @Sendable (FileKey) -> Void = { _ in }
  ) throws -> AnswerKey {
    for part in ["grids", filesFolder] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }
    let manifests = try ManifestFolder(path: path)
    let region = Region(
      seed: seed, people: max(2_000, Self.people / 100 * min(rowsPercent, 100)))
    try GroundFiles(ground: region.ground).write(into: "\(folder)/grids")
    let plans = try plans(manifests).filter { geopackage != nil || $0.form != .geopackage }
    let makers = try plans.map { try FileMaker($0, region: region) }
    let rows = balanced(makers)
    let order = makers.indices.sorted { rows[$0] != rows[$1] ? rows[$0] > rows[$1] : $0 < $1 }
    let results = Mutex<[Int: Result<FileKey, any Error>]>([:])
    let writers = FormatWriters(geopackage: geopackage)
    DispatchQueue.concurrentPerform(iterations: order.count) { turn in
      let index = order[turn]
      let result = Result {
        let maker = makers[index]
        let writer = try writers.writer(for: maker, in: "\(folder)/\(filesFolder)")
        let key =
          try month == 1
          ? maker.write(rows: rows[index], to: writer)
          : maker.writeSecondMonth(rows: rows[index], to: writer)
        progress(key)
        return key
      }
      results.withLock { $0[index] = result }
    }
    let keys = try results.withLock { results in
      try makers.indices.compactMap { try results[$0]?.get() }
    }
    let key = AnswerKey(
      seed: seed, rowsPercent: rowsPercent, month: month,
      files: keys.sorted { $0.dataset < $1.dataset })
    try key.write(into: folder)
    return key
  }

  /// The files to be made, in the order of the catalogue.
  private func plans(_ manifests: ManifestFolder) throws -> [FilePlan] {
    let plans = Catalogue.profiles.enumerated().compactMap { number, entry -> FilePlan? in
      guard let manifest = manifests.manifests.first(where: { $0.dataset == entry.dataset }) else {
        return nil
      }
      let rows = max(min(entry.profile.rows, 12), entry.profile.rows * rowsPercent / 100)
      return FilePlan(manifest, profile: entry.profile, rows: rows, number: number, month: month)
    }
    guard !plans.isEmpty else {
      throw DemoError(
        "\(manifests.path) has no manifest of the demo district's data sets; name the folder that "
          + "comes with Gewu: Importers",
        "\(manifests.path) 中没有演示数据的清单；请指定随附的 Importers 目录")
    }
    return plans
  }

  /// The rows of each file: as many as its keys allow, and what is left over falls to the
  /// registered population.
  private func balanced(_ makers: [FileMaker]) -> [Int] {
    var rows = makers.map { min($0.plan.rows, $0.capacity) }
    let wanted = Catalogue.total * rowsPercent / 100
    guard makers.count == Catalogue.profiles.count,
      let balance = makers.firstIndex(where: { $0.plan.manifest.dataset == Catalogue.balance })
    else { return rows }
    let others = rows.reduce(0, +) - rows[balance]
    rows[balance] = min(makers[balance].capacity, max(1, wanted - others))
    return rows
  }
}
