import Datasets
import DemoTruth

/// The departments of the district: who shows which part of the truth in which list.
struct Departments: Sendable {
  let shared: SharedTruth
  private let table: SourceTable
  private let month: Int

  /// - Parameters:
  ///   - table: which rows and facts of the truth each list has.
  ///   - manifests: those of the lists, the truth has the catalogue of data from them.
  ///   - month: the last one of which lists are made.
  init(_ truth: Truth, _ table: SourceTable, _ manifests: ManifestFolder, month: Int) {
    self.table = table
    self.month = month
    let known = Dictionary(manifests.manifests.map { ($0.dataset, $0) }) { one, _ in one }
    shared = SharedTruth(truth, manifests: table.datasets.compactMap { known[$0] })
  }

  /// What the department of a data set sees of the truth.
  ///
  /// - Throws: `DemoError` where the truth does not have it all.
  func view(of manifest: Manifest) throws -> DepartmentView {
    try DepartmentView(manifest, table: table, shared: shared, month: month)
  }
}
