import Warehouse

/// Which rows are asked about, and by which cells: what every answer that counts rows is asked by.
package struct Question: Sendable, Equatable {
  /// What is counted.
  package enum Source: Sendable, Hashable {
    /// The rows of a data set, by its name.
    case dataset(String)
    /// What citizens report, by its open columns.
    case reports

    /// The name of the kind; part of the contract.
    package var kind: Kind {
      switch self {
      case .dataset: .dataset
      case .reports: .reports
      }
    }

    /// The name of the data set; nil for the reports.
    package var dataset: String? {
      switch self {
      case .dataset(let name): name
      case .reports: nil
      }
    }

    /// The kinds of sources; the raw values are part of the contract.
    package enum Kind: String, Sendable, CaseIterable {
      case dataset, reports
    }
  }

  /// What is counted.
  package var source: Source
  /// Only rows of these categories; of all, where none is named.
  package var categories: [String]
  /// Only rows of this day or later (`YYYY-MM-DD`, or a month).
  package var from: String?
  /// Only rows of this day or earlier (`YYYY-MM-DD`, or a month).
  package var to: String?
  /// In whose days: a zone of the tz database or an offset; the store's, where none is named.
  package var zone: String?
  /// The net whose cells are compared; the base net, where none is named.
  package var net: String?
  /// The level whose cells are compared; the leaf level, where none is named.
  package var level: String?
  /// The exposure that counts are divided by, named in a manifest.
  package var exposure: String?
  /// The rows that were current when this batch had been published; the current ones, where none is
  /// named.
  package var batch: Int64?
  /// The generation of the boundaries; the one that answers, where none is named.
  package var generation: Int64?

  /// Asks about everything of a source.
  package init(
    _ source: Source, categories: [String] = [], from: String? = nil, to: String? = nil,
    zone: String? = nil, net: String? = nil, level: String? = nil, exposure: String? = nil,
    batch: Int64? = nil, generation: Int64? = nil
  ) {
    self.source = source
    self.categories = categories
    self.from = from
    self.to = to
    self.zone = zone
    self.net = net
    self.level = level
    self.exposure = exposure
    self.batch = batch
    self.generation = generation
  }

  /// Whether the cells are those that rows are attached to.
  var isOfBaseNet: Bool { (net ?? Net.base) == Net.base }
}
