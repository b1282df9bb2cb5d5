import Warehouse

/// Which refused rows are meant: those of a batch, of a data set, or all.
package enum QuarantineSelection: Sendable, Equatable {
  case batch(Int64)
  /// Those of all batches of a data set.
  case dataset(String)
  /// Those of the whole store.
  case all

  /// Makes a selection of what a caller named; a batch is narrower than a data set.
  package init(batch: Int64?, dataset: String?) {
    self = batch.map { .batch($0) } ?? dataset.map { .dataset($0) } ?? .all
  }

  /// The batch, where one is named.
  var batch: Int64? { if case .batch(let batch) = self { batch } else { nil } }

  /// The data set, where one is named.
  var dataset: String? { if case .dataset(let dataset) = self { dataset } else { nil } }

  /// What the table `operation` calls it.
  var objectName: String {
    switch self {
    case .batch(let batch): "quarantine/batch/\(batch)"
    case .dataset(let dataset): "quarantine/dataset/\(dataset)"
    case .all: "quarantine"
    }
  }

  /// Makes sure that what is named is there.
  func check(_ session: StoreTransaction) throws {
    switch self {
    case .batch(let batch): _ = try District.batch(batch, session: session)
    case .dataset(let dataset): _ = try District.dataset(dataset, session: session)
    case .all: break
    }
  }
}
