import Datasets
import Warehouse

/// The rows that a question for lines and areas found: their numbers, from which they are read a block
/// at a time.
///
/// The versions of rows never change, so that a selection stays what it was while batches are
/// published; one that a rollback deletes is left out.
package struct FeatureSelection: Sendable {
  let dataset: DatasetEntry
  /// The fields that are shown, in the order of the manifest.
  let fields: [FeatureOutline.Field]
  let tolerance: Int
  /// The numbers of the rows, ascending.
  let ids: [Int64]
  /// The last number where there are more rows behind it; nil where these are all.
  package let next: Int64?

  package var count: Int { ids.count }
}
