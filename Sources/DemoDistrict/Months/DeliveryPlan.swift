import Datasets
import DemoTruth

/// What there is before the first file is written: the truth, who shows which part of it, how many rows each
/// file has and what goes wrong with which.
struct DeliveryPlan: Sendable {
  /// Nil where no data set is wanted that shows the truth.
  let departments: Departments?
  let region: Region
  let makers: [FileMaker]
  /// How many rows each file of the first month has.
  let rows: [Int]
  private let mishaps: MishapPlan
  private let months: Int

  /// - Parameter has: whether files of a form can be written.
  /// - Throws: `DemoError` where the manifests are those of no data set of the district.
  init(
    _ district: DemoDistrict, _ manifests: ManifestFolder, has: (FileForm) -> Bool
  ) throws {
    let (division, share) = (district.division, district.rowsPercent)
    let seed = division.seed(of: district.seed)
    months = district.months.upperBound
    let departments = try Departments(
      manifests,
      TruthOptions(
        seed: seed, division: division, share: share, plants: district.hasPlants),
      month: months)
    let region = Region(
      ground: departments?.shared.ground ?? Ground(seed: seed, division: division),
      people: max(2_000, DemoDistrict.people / 100 * min(share, 100)))
    let plans = try Self.plans(manifests, rowsPercent: share, division).filter { has($0.form) }
    makers = try ParallelBlocks.map(count: plans.count, threads: 2) { index in
      let plan = plans[index]
      return Result {
        try FileMaker(plan, region: region, view: departments?.view(of: plan.manifest))
      }
    }.map { try $0.get() }
    rows = Self.balanced(makers, rowsPercent: share)
    mishaps = MishapPlan(makers, rows: rows, months: months, manifests, seed: seed)
    (self.departments, self.region) = (departments, region)
  }

  /// The files of one data set, to be sent month after month.
  ///
  /// - Parameter folder: that of a month's files; nil where none are wanted.
  func files(
    _ index: Int, _ writers: FormatWriters, _ sinks: [Int: [any KeySink]],
    folder: @escaping (Int) -> String?
  ) -> DatasetFiles {
    var maker = makers[index]
    maker.settle(rows[index])
    return DatasetFiles(
      maker, rows: rows[index], months: months, mishaps: mishaps.mishaps(of: index),
      writers: writers, sinks: sinks, folder: folder)
  }

  /// The files to be made, in the order of the catalogue.
  private static func plans(
    _ manifests: ManifestFolder, rowsPercent: Int, _ division: Division
  ) throws -> [FilePlan] {
    let plans = Catalogue.profiles.enumerated().compactMap { number, entry -> FilePlan? in
      guard let manifest = manifests.manifests.first(where: { $0.dataset == entry.dataset }) else {
        return nil
      }
      let rows = max(min(entry.profile.rows, 12), entry.profile.rows * rowsPercent / 100)
      return FilePlan(
        manifest, profile: entry.profile, rows: rows, number: number, division: division)
    }
    guard !plans.isEmpty else {
      throw DemoError(
        "\(manifests.path) has no manifest of the demo district's data sets; name the folder that "
          + "comes with Gewu: Importers",
        "\(manifests.path) 中没有演示数据的清单；请指定随附的 Importers 目录")
    }
    return plans
  }

  /// The rows of each file: as many as its keys allow.
  ///
  /// In a whole district what is left over falls to the registered population; in a part of one the lists of
  /// the ground are whole all the same.
  private static func balanced(_ makers: [FileMaker], rowsPercent: Int) -> [Int] {
    var rows = makers.map(\.wanted)
    guard rowsPercent == 100, makers.count == Catalogue.profiles.count,
      let balance = makers.firstIndex(where: { $0.plan.manifest.dataset == Catalogue.balance })
    else { return rows }
    let others = rows.reduce(0, +) - rows[balance]
    rows[balance] = min(makers[balance].capacity, max(1, Catalogue.total - others))
    return rows
  }
}
