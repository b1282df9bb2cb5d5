import Datasets
import DemoTruth
import Foundation
import Tabular

/// A fictional city of one to ten districts, made from a seed, one after the other.
///
/// The first district is the same, byte for byte, as the one that the seed gives alone. Each of the others has a
/// division code, a name, a place beside the others and people, firms and things of its own; nothing in one
/// refers to anything in another.
package struct DemoCity: Sendable {
  package let seed: UInt64
  /// The share of a whole district that each district has, in percent.
  package let shares: [Int]
  package let months: ClosedRange<Int>
  package let hasBrokenBorders: Bool
  package let hasPlants: Bool

  /// How many districts a city can have.
  package static let districts = 1...Division.all.count
  /// People come in hundredths of a whole district.
  package static let step = DemoDistrict.people / 100

  /// How many people a city of so many districts can have: a hundredth of a district in each to all of it.
  package static func people(districts: Int) -> ClosedRange<Int> {
    districts * step...districts * DemoDistrict.people
  }

  /// The shares of districts that so many people are divided between, in percent: equal ones, of which the
  /// first are greater by one where they do not come out even.
  ///
  /// - Parameter people: a multiple of ``step`` within ``people(districts:)``.
  package static func shares(people: Int, districts: Int) -> [Int] {
    let parts = people / step
    return (0..<districts).map { parts / districts + ($0 < parts % districts ? 1 : 0) }
  }

  package init(
    seed: UInt64 = 1, shares: [Int], months: ClosedRange<Int> = 1...1,
    hasBrokenBorders: Bool = false, hasPlants: Bool = true
  ) {
    (self.seed, self.shares, self.months) = (seed, shares, months)
    (self.hasBrokenBorders, self.hasPlants) = (hasBrokenBorders, hasPlants)
  }

  /// Writes months of the city.
  ///
  /// Each district gets a folder by its code, with what `DemoDistrict.make` writes. Beside them stand the
  /// boundaries of all (`grids/`, with `city.csv` above the districts), the manifests by which one store takes
  /// all (`manifests/`) and `city.json`, which comes last. Only one district is in memory at a time.
  ///
  /// - Parameters:
  ///   - path: the folder of manifests of a district.
  ///   - key: makes what takes the key of each row of a month of a district, by its folder.
  ///   - progress: told of each file that is finished with its district's code, on any thread.
  /// - Returns: what was written, all districts together.
  /// - Throws: `DemoError`, or an `OutputError` where a file cannot be written.
  package func make(
    into folder: String, manifestsAt path: String, geopackage: WriterRequest.Maker? = nil,
    key: ((_ folder: String, _ month: Int) throws -> [any KeySink])? = nil,
    progress: @escaping @Sendable (_ district: String, FileKey) -> Void = { _, _ in }
  ) throws -> DemoTotals {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/grids", withIntermediateDirectories: true)
    try CityManifests(own: ManifestFolder(path: path)).write(into: "\(folder)/manifests")
    let boundaries = try BoundaryFiles(in: "\(folder)/grids", city: Division.cityCode)
    var totals = DemoTotals()
    var districts: [CityKey.District] = []
    for (division, share) in zip(Division.all, shares) {
      let own = "\(folder)/\(division.code)"
      let district = DemoDistrict(
        seed: seed, division: division, rowsPercent: share, months: months,
        hasBrokenBorders: hasBrokenBorders, hasPlants: hasPlants)
      var grids = 0
      let keys = try district.make(
        into: own, manifestsAt: "\(folder)/\(CityKey.manifests)", truth: { Truth($0) },
        geopackage: geopackage,
        key: key.map { key in { month in try key(own, month) } },
        progress: { progress(division.code, $0) },
        ground: { ground in
          grids = ground.grids.count
          try boundaries.add(ground)
        })
      for key in keys { totals.add(key) }
      districts.append(
        CityKey.District(
          code: division.code, name: division.name, grids: grids, people: Self.step * share,
          rowsPercent: share))
    }
    try boundaries.finish()
    let sink = try TextSink(path: "\(folder)/grids/city.csv", encoding: nil)
    var csv = CSVWriter()
    csv.write(["code", "name"])
    csv.write([Division.cityCode, Division.city])
    try sink.write(csv.take())
    try sink.finish()
    try CityKey(seed: seed, plants: hasPlants, districts: districts).write(into: folder)
    return totals
  }
}
