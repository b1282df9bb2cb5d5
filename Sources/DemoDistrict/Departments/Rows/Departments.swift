import Datasets
import DemoTruth

/// The departments whose lists come from the truth.
struct Departments: Sendable {
  let shared: SharedTruth
  private let table: SourceTable
  private let month: Int

  /// The truth is made where a manifest is of a data set that shows it.
  ///
  /// - Parameter month: the last one of which lists are made.
  /// - Returns: nil where none is.
  /// - Throws: `DemoError` where the tables of sources are not beside the manifests, or are not to be read.
  init?(_ manifests: ManifestFolder, _ options: TruthOptions, month: Int) throws {
    let wanted = manifests.manifests.map(\.dataset).filter { RowRule.all[$0] != nil }
    guard !wanted.isEmpty else { return nil }
    let table = try SourceTable(besideManifestsAt: manifests.path)
    guard wanted.contains(where: { table.unresolved($0).isEmpty }) else { return nil }
    self.table = table
    self.month = month
    let known = Dictionary(manifests.manifests.map { ($0.dataset, $0) }) { one, _ in one }
    shared = SharedTruth(
      Truth(options),
      manifests: table.datasets.compactMap { known[$0] })
  }

  /// Where each column of a data set comes from.
  func columns(of dataset: String) -> [SourceTable.Column] { table.columns[dataset] ?? [] }

  /// What the department sees of the truth; nil where the truth does not have it all.
  func view(of manifest: Manifest) -> DepartmentView? {
    DepartmentView(manifest, table: table, shared: shared, month: month)
  }
}
