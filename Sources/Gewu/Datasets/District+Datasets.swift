import Projections
import Datasets
import Geometry
import HotSpots
package import Warehouse

extension District {
  /// The data sets that the store holds rows of, in the order of their names.
  package func datasets() throws -> [DatasetSummary] {
    try store.read { session in
      try session.datasets().map { try Self.summary(of: $0, session) }
    }
  }

  /// The same as everyone may see them: of a data set of sensitivity 3 or 4 without small numbers of rows, and
  /// without categories and days, by which nobody can ask about it.
  package func shownDatasets() throws -> [DatasetSummary] {
    try store.read { session in
      try session.datasets().map { dataset in
        let summary = try Self.summary(of: dataset, session)
        let level = try session.sensitivity(of: .dataset(dataset)) ?? 0
        return level < FeatureSource.withheldLevel
          ? summary : summary.withholding(below: Withholding.standardK)
      }
    }
  }

  private static func summary(
    of dataset: DatasetEntry, _ session: StoreTransaction
  ) throws -> DatasetSummary {
    let figures = try session.figures(of: dataset)
    return DatasetSummary(
      id: dataset.name, title: dataset.title, titleChinese: dataset.titleChinese,
      department: dataset.department, rows: figures.rows, attached: figures.attached,
      unattached: figures.rows - figures.attached, categories: figures.categories,
      firstDate: figures.firstDate, lastDate: figures.lastDate,
      exposures: dataset.exposures.map { .init(name: $0.name, title: $0.title) })
  }

  /// The positions of a data set's rows with their counts, for the map.
  ///
  /// Positions only, never what the rows say; and none of a data set of sensitivity 3 or 4, where a
  /// position alone says who it is about.
  ///
  /// - Throws: ``FeatureFault`` for such a data set, ``DatasetFault``.
  package func places(_ query: PlaceQuery) throws -> [Place] {
    guard 1...PlaceQuery.largestLimit ~= query.limit else {
      throw DatasetFault.badLimit(query.limit, largest: PlaceQuery.largestLimit)
    }
    let toWGS84 = try CoordinateTransform(approximatelyFrom: crs, to: .wgs84)
    let counts = try store.read { session in
      let dataset = try Self.dataset(query.dataset, session: session)
      let level = try session.featureOutline(of: dataset).level
      guard level ?? 0 < FeatureSource.withheldLevel else {
        throw FeatureFault.withheld(query.dataset, level: level)
      }
      let filter = try RowFilter(
        category: query.category, from: query.from, to: query.to, of: dataset)
      return try session.countPlaces(of: dataset, filter)
    }
    var places: [Place] = []
    for place in counts {
      guard places.count < query.limit else { break }
      let position = try toWGS84.transform(place.position)
      guard query.window.map({ $0.contains(position) }) ?? true else { continue }
      places.append(
        Place(longitude: position.x, latitude: position.y, count: place.count))
    }
    return places
  }

  /// The data set of a name.
  ///
  /// - Throws: ``DatasetFault`` with the names that there are.
  static func dataset(_ name: String, session: StoreTransaction) throws -> DatasetEntry {
    if let dataset = try session.dataset(named: name) { return dataset }
    let names = try session.datasets().map(\.name)
    throw DatasetFault.noDataset(
      name, known: names, nearest: Suggestion.nearest(to: name, among: names))
  }

  /// The amounts of an exposure per cell, of cells of whatever generation, and where they come from.
  ///
  /// - Throws: ``DatasetFault`` where no data set offers it, or several do.
  static func exposure(
    _ name: String, session: StoreTransaction
  ) throws -> (amounts: CellSums, source: ExposureSource) {
    let offers = try session.datasets().flatMap { dataset in
      dataset.exposures.map { (dataset: dataset, exposure: $0) }
    }
    let named = offers.filter { $0.exposure.name == name }
    guard let offer = named.first else {
      throw DatasetFault.noExposure(name, known: offers.map(\.exposure.name))
    }
    guard named.count == 1 else {
      throw DatasetFault.ambiguousExposure(name, datasets: named.map(\.dataset.name))
    }
    let amounts = try session.sum(of: offer.exposure.field, in: offer.dataset)
    let batch = try session.latestBatch(of: offer.dataset)
    let rows = ExposureRows(
      counted: amounts.summed, unattached: amounts.unattached, quarantined: amounts.quarantined,
      withoutExposure: amounts.withoutValue)
    return (amounts, ExposureSource(dataset: offer.dataset.name, batch: batch, rows: rows))
  }
}

/// Where the amounts of an exposure come from.
package struct ExposureSource: Sendable, Equatable {
  /// The data set that declares the exposure.
  package var dataset: String
  /// The latest batch of its current rows.
  package var batch: BatchMark?
  /// What became of its rows.
  package var rows = ExposureRows()
}

/// The rows of the data set that declares an exposure, each by what became of it; named as the fates of
/// the rows in question are.
package struct ExposureRows: Sendable, Equatable {
  /// Those that have a cell and an amount.
  package var counted = 0
  package var unattached = 0
  /// Refused, and open.
  package var quarantined = 0
  /// Those that have a cell, and no amount.
  package var withoutExposure = 0

  package init(
    counted: Int = 0, unattached: Int = 0, quarantined: Int = 0, withoutExposure: Int = 0
  ) {
    self.counted = counted
    self.unattached = unattached
    self.quarantined = quarantined
    self.withoutExposure = withoutExposure
  }

  package var total: Int { counted + missing }
  /// Those that are in no cell's exposure.
  package var missing: Int { unattached + quarantined + withoutExposure }
}

/// A data set as lists and pages show it.
package struct DatasetSummary: Sendable, Equatable, Codable {
  /// A denominator that the data set offers.
  package struct Exposure: Sendable, Equatable, Codable {
    /// The name by which a question asks for it.
    package var name: String
    package var title: String?
  }

  /// The name by which it is asked for.
  package var id: String
  package var title: String?
  /// What people call it in Chinese.
  package var titleChinese: String?
  package var department: String?
  /// The current rows; nil where that is withheld.
  package var rows: Int?
  /// Those of them that have a grid; nil where that is withheld.
  package var attached: Int?
  /// Those of them that have none; nil where that is withheld.
  package var unattached: Int?
  /// The categories in the order of their names.
  package var categories: [String]
  /// The first day of any row.
  package var firstDate: String?
  /// The last day of any row.
  package var lastDate: String?
  package var exposures: [Exposure]

  /// The same without numbers of 1 to k − 1 rows, and then without their sum, and without categories and days.
  func withholding(below k: Int) -> DatasetSummary {
    var summary = self
    func isSmall(_ rows: Int?) -> Bool { rows.map { 1..<k ~= $0 } ?? true }
    if isSmall(attached) { (summary.attached, summary.rows) = (nil, nil) }
    if isSmall(unattached) { (summary.unattached, summary.rows) = (nil, nil) }
    (summary.categories, summary.firstDate, summary.lastDate) = ([], nil, nil)
    return summary
  }

  package enum CodingKeys: String, CodingKey {
    case id, title, department, rows, attached, unattached, categories, exposures
    case titleChinese = "title_zh"
    case firstDate = "first_date"
    case lastDate = "last_date"
  }
}
