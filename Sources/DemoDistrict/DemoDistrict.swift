import Datasets
package import DemoTruth
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
  /// What all its draws are keyed by: in a city that of the city.
  package let seed: UInt64
  /// Which district of a city it is; the first is the same as one alone.
  let division: Division
  /// The share of the rows of the whole district, in percent: 100 is 1,390,000.
  package let rowsPercent: Int
  /// Which months' files are made, from 1 on: each comes after those before it.
  package let months: ClosedRange<Int>
  /// Whether a second set of boundaries is written, with faults.
  package let hasBrokenBorders: Bool
  /// Whether the truth has what is planted so that methods can be proved on it.
  package let hasPlants: Bool

  /// The months that there can be: the truth ends with the day of the last one.
  package static let allMonths = 1...TruthCalendar.months

  /// The district of a seed.
  package init(
    seed: UInt64 = 1, rowsPercent: Int = 100, months: ClosedRange<Int> = 1...1,
    hasBrokenBorders: Bool = false, hasPlants: Bool = true
  ) {
    self.init(
      seed: seed, division: .first, rowsPercent: rowsPercent, months: months,
      hasBrokenBorders: hasBrokenBorders, hasPlants: hasPlants)
  }

  /// A district of the city of a seed.
  init(
    seed: UInt64, division: Division, rowsPercent: Int, months: ClosedRange<Int>,
    hasBrokenBorders: Bool, hasPlants: Bool
  ) {
    (self.seed, self.division) = (seed, division)
    self.rowsPercent = rowsPercent
    self.months = months
    self.hasBrokenBorders = hasBrokenBorders
    self.hasPlants = hasPlants
  }

  /// The folder of a month's files inside that of the district.
  package static func filesFolder(month: Int) -> String { month == 1 ? "files" : "files-\(month)" }

  /// What the key of a month's rows is called inside the folder of the district: a folder of CSV files, or a
  /// SQLite file with that ending.
  package static func keyName(month: Int) -> String { month == 1 ? "key" : "key-\(month)" }

  /// How many people live in the whole district.
  static let people = 400_000

  /// Of the truth that the files show.
  var options: TruthOptions {
    TruthOptions(
      seed: division.seed(of: seed), division: division, share: rowsPercent, plants: hasPlants)
  }

  /// Writes months of the district.
  ///
  /// The boundaries go into `grids/`, the departments' files into `files/` and `key.json` into
  /// a folder, which is made where it is not there; those of a later month N into `files-N/` and
  /// `key-N.json`. Where the manifests have the base map, the first month's files have it too.
  ///
  /// - Parameters:
  ///   - path: the folder of manifests; those of other data sets are left alone.
  ///   - truth: makes all that is true of the district; who has made it before may hand it over.
  ///   - geopackage: makes writers of GeoPackages, which only the store's module can write.
  ///   - key: makes what takes the key of each row of a month: folders of CSV if it is not given.
  ///   - progress: told of each file that is finished, on any thread.
  /// - Returns: the keys that were written, by month.
  /// - Throws: `DemoError`, or an `OutputError` where a file cannot be written.
  package func make(
    into folder: String, manifestsAt path: String,
    truth: (TruthOptions) -> Truth = { Truth($0) }, geopackage: WriterRequest.Maker? = nil,
    key: ((_ month: Int) throws -> [any KeySink])? = nil,
    progress: @escaping @Sendable (FileKey) -> Void = { _ in }
  ) throws -> [AnswerKey] {
    try make(
      into: folder, manifestsAt: path, truth: truth, geopackage: geopackage, key: key,
      progress: progress, ground: { _ in })
  }

  /// The same.
  ///
  /// - Parameter ground: told of the ground when its boundaries have been written.
  func make(
    into folder: String, manifestsAt path: String, truth: (TruthOptions) -> Truth,
    geopackage: WriterRequest.Maker?, key: ((_ month: Int) throws -> [any KeySink])?,
    progress: @escaping @Sendable (FileKey) -> Void, ground: (Ground) throws -> Void
  ) throws -> [AnswerKey] {
    let folders = months.map(Self.filesFolder)
    for part in ["grids"] + folders + (hasBrokenBorders ? ["grids-broken"] : []) {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }
    let manifests = try ManifestFolder(path: path)
    let plan = try DeliveryPlan(
      truth, options, months: months.upperBound, manifests,
      has: { geopackage != nil || $0 != .geopackage })
    let shared = plan.departments.shared
    let boundaries = GroundFiles(ground: shared.ground)
    try boundaries.write(into: "\(folder)/grids")
    if hasBrokenBorders { try boundaries.writeBroken(into: "\(folder)/grids-broken") }
    try ground(shared.ground)
    var sinks: [Int: [any KeySink]] = [:]
    for month in months {
      sinks[month] =
        try key?(month) ?? [KeyFolder("\(folder)/\(Self.keyName(month: month))")]
    }
    let deliveries = try deliver(
      plan, FormatWriters(geopackage: geopackage), sinks, into: folder, progress)
    for month in months {
      for sink in sinks[month] ?? [] {
        try TruthTables(shared, month: month).write(to: sink)
        try sink.finish()
      }
    }
    return try months.map { month in
      let files = deliveries.flatMap { $0[month]?.files ?? [] }
      let key = AnswerKey(
        seed: seed, district: division == .first ? nil : division.code,
        rowsPercent: rowsPercent, plants: hasPlants, month: month,
        files: files.enumerated().sorted { ($0.1.dataset, $0.0) < ($1.1.dataset, $1.0) }.map(\.1),
        refused: deliveries.flatMap { $0[month]?.refused ?? [] }.sorted { $0.file < $1.file },
        base: month == 1 ? try writeBaseMap(of: shared.ground, manifests, into: folder) : [],
        boundaries: Self.boundaries(of: shared.ground), hotSpots: HotSpotKey.all(shared.events),
        planted: PlantTable(shared: shared).counts,
        rosters: deliveries.flatMap { $0[month]?.rosters ?? [] })
      try key.write(into: folder)
      return key
    }
  }

  private static func boundaries(of ground: Ground) -> [String: Int] {
    [
      "district": 1, "street": ground.streets.count, "community": ground.communities.count,
      "grid": ground.grids.count,
    ]
  }

  /// The files of each data set by month, made on all processors.
  private func deliver(
    _ plan: DeliveryPlan, _ writers: FormatWriters, _ sinks: [Int: [any KeySink]],
    into folder: String, _ progress: @escaping @Sendable (FileKey) -> Void
  ) throws -> [[Int: DatasetFiles.Delivery]] {
    let (makers, rows) = (plan.makers, plan.rows)
    let order = makers.indices.sorted { rows[$0] != rows[$1] ? rows[$0] > rows[$1] : $0 < $1 }
    let results = Mutex<[Int: Result<[Int: DatasetFiles.Delivery], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: order.count) { turn in
      let index = order[turn]
      let result = Result {
        var files = plan.files(index, writers, sinks) {
          months.contains($0) ? "\(folder)/\(Self.filesFolder(month: $0))" : nil
        }
        var deliveries: [Int: DatasetFiles.Delivery] = [:]
        for month in 1...months.upperBound {
          let delivery = try files.send(month: month)
          guard months.contains(month) else { continue }
          deliveries[month] = delivery
          for file in delivery.files { progress(file) }
        }
        return deliveries
      }
      results.withLock { $0[index] = result }
    }
    return try results.withLock { results in
      try makers.indices.compactMap { try results[$0]?.get() }
    }
  }

  /// The base map's files, of those data sets that the manifests have.
  private func writeBaseMap(
    of ground: Ground, _ manifests: ManifestFolder, into folder: String
  ) throws -> [FileKey] {
    let map = BaseMap(ground: ground, day: TruthCalendar.day(ofMonth: 1))
    return try BaseMap.datasets.compactMap { dataset in
      guard let manifest = manifests.manifests.first(where: { $0.dataset == dataset }) else {
        return nil
      }
      let name = FilePlan.name(
        manifest.files.first ?? "\(dataset).geojson", month: 1, in: division)
      return try map.write(manifest, name: name, into: "\(folder)/\(Self.filesFolder(month: 1))")
    }
  }
}
