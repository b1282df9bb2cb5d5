import Datasets
import DemoTruth

/// What there is before the first file is written: the truth, who shows which part of it, how many rows each
/// file has and what goes wrong with which.
struct DeliveryPlan: Sendable {
  /// How many rows the files of a whole district have.
  static let wholeRows = 1_390_000

  let departments: Departments
  let makers: [FileMaker]
  /// How many rows each file of the first month has.
  let rows: [Int]
  private let mishaps: MishapPlan
  private let months: Int

  /// - Parameters:
  ///   - truth: makes the truth of the options.
  ///   - months: how many months there are.
  ///   - has: whether files of a form can be written.
  /// - Throws: `DemoError` where the manifests are those of no data set of the district, or say of one what the
  ///   tables of sources beside them do not.
  init(
    _ truth: (TruthOptions) -> Truth, _ options: TruthOptions, months: Int,
    _ manifests: ManifestFolder, has: (FileForm) -> Bool
  ) throws {
    self.months = months
    guard manifests.manifests.contains(where: { RowRule.all[$0.dataset] != nil }) else {
      throw DemoError.noManifest(in: manifests.path)
    }
    let table = try SourceTable(besideManifestsAt: manifests.path)
    let plans = Self.plans(manifests, table, rowsPercent: options.share, options.division)
      .filter { has($0.form) }
    let departments = Departments(truth(options), table, manifests, month: months)
    makers = try ParallelBlocks.map(count: plans.count, threads: 2) { index in
      let plan = plans[index]
      return Result { try FileMaker(plan, view: try departments.view(of: plan.manifest)) }
    }.map { try $0.get() }
    rows = Self.balanced(makers, table, rowsPercent: options.share)
    mishaps = MishapPlan(makers, rows: rows, months: months, manifests, seed: options.seed)
    self.departments = departments
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
      maker, months: months, mishaps: mishaps.mishaps(of: index),
      writers: writers, sinks: sinks, folder: folder)
  }

  /// The files to be made, in the order of the table.
  private static func plans(
    _ manifests: ManifestFolder, _ table: SourceTable, rowsPercent: Int, _ division: Division
  ) -> [FilePlan] {
    table.datasets.enumerated().compactMap { number, dataset in
      guard let manifest = manifests.manifests.first(where: { $0.dataset == dataset }),
        let wanted = table.rows[dataset]?.wanted
      else { return nil }
      let rows = max(min(wanted, 12), wanted * rowsPercent / 100)
      return FilePlan(manifest, rows: rows, number: number, division: division)
    }
  }

  /// The rows of each file: as many as its keys allow.
  ///
  /// In a whole district what is left over falls to the registered population; in a part of one the lists of
  /// the ground are whole all the same.
  private static func balanced(
    _ makers: [FileMaker], _ table: SourceTable, rowsPercent: Int
  ) -> [Int] {
    var rows = makers.map(\.wanted)
    guard rowsPercent == 100, makers.count == table.datasets.count,
      let balance = makers.firstIndex(where: { maker in
        table.rows[maker.plan.manifest.dataset]?.size == .balance
      })
    else { return rows }
    let others = rows.reduce(0, +) - rows[balance]
    rows[balance] = min(makers[balance].capacity, max(1, wholeRows - others))
    return rows
  }
}

extension DemoError {
  fileprivate static func noManifest(in folder: String) -> DemoError {
    DemoError(
      "\(folder) has no manifest of the demo district's data sets; name the folder that "
        + "comes with Gewu: Importers",
      "\(folder) 中没有演示数据的清单；请指定随附的 Importers 目录")
  }
}
