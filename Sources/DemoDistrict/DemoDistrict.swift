import Datasets
import DemoTruth
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
  /// Whether a second set of boundaries is written, with faults.
  package let hasBrokenBorders: Bool

  /// The district of a seed.
  package init(
    seed: UInt64 = 1, rowsPercent: Int = 100, month: Int = 1, hasBrokenBorders: Bool = false
  ) {
    self.seed = seed
    self.rowsPercent = rowsPercent
    self.month = month
    self.hasBrokenBorders = hasBrokenBorders
  }

  /// The folder of the month's files inside that of the district.
  package var filesFolder: String { month == 1 ? "files" : "files-\(month)" }

  /// How many people live in the whole district.
  static let people = 400_000

  /// Writes a month of the district.
  ///
  /// The boundaries go into `grids/`, the departments' files into `files/` and `key.json` into
  /// a folder, which is made where it is not there; for the second month the files into `files-2/`
  /// and `key-2.json`. Where the manifests have the base map, the first month's files have it too.
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
    for part in ["grids", filesFolder] + (hasBrokenBorders ? ["grids-broken"] : []) {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }
    let manifests = try ManifestFolder(path: path)
    let departments = try Departments(
      manifests, seed: seed, share: rowsPercent, month: month)
    let region = Region(
      ground: departments?.shared.ground ?? Ground(seed: seed),
      people: max(2_000, Self.people / 100 * min(rowsPercent, 100)))
    let boundaries = GroundFiles(ground: region.ground)
    try boundaries.write(into: "\(folder)/grids")
    if hasBrokenBorders { try boundaries.writeBroken(into: "\(folder)/grids-broken") }
    let plans = try plans(manifests).filter { geopackage != nil || $0.form != .geopackage }
    var makers = try plans.map { plan in
      try FileMaker(plan, region: region, view: departments?.view(of: plan.manifest))
    }
    let rows = balanced(makers)
    for index in makers.indices { makers[index].settle(rows[index]) }
    let settled = makers
    let order = makers.indices.sorted { rows[$0] != rows[$1] ? rows[$0] > rows[$1] : $0 < $1 }
    let results = Mutex<[Int: Result<FileKey, any Error>]>([:])
    let writers = FormatWriters(geopackage: geopackage)
    DispatchQueue.concurrentPerform(iterations: order.count) { turn in
      let index = order[turn]
      let result = Result {
        let maker = settled[index]
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
      files: keys.sorted { $0.dataset < $1.dataset },
      base: month == 1 ? try writeBaseMap(of: region.ground, manifests, into: folder) : [])
    try key.write(into: folder)
    return key
  }

  /// The base map's files, of those data sets that the manifests have.
  private func writeBaseMap(
    of ground: Ground, _ manifests: ManifestFolder, into folder: String
  ) throws -> [FileKey] {
    let map = BaseMap(ground: ground, day: Population.today)
    return try BaseMap.datasets.compactMap { dataset in
      guard let manifest = manifests.manifests.first(where: { $0.dataset == dataset }) else {
        return nil
      }
      let name = FilePlan.name(manifest.files.first ?? "\(dataset).geojson", month: 5 + month)
      return try map.write(manifest, name: name, into: "\(folder)/\(filesFolder)")
    }
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
    var rows = makers.map(\.wanted)
    let wanted = Catalogue.total * rowsPercent / 100
    guard makers.count == Catalogue.profiles.count,
      let balance = makers.firstIndex(where: { $0.plan.manifest.dataset == Catalogue.balance })
    else { return rows }
    let others = rows.reduce(0, +) - rows[balance]
    rows[balance] = min(makers[balance].capacity, max(1, wanted - others))
    return rows
  }
}
