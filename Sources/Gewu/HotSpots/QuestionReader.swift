import Datasets
import Geometry
import Grids
import Intake
import Time
import Warehouse

/// Reads what a question is about, all in one transaction.
struct QuestionReader {
  let question: Question
  /// The cells that it is asked by.
  let index: GridIndex
  let session: StoreTransaction

  /// The rows of a question.
  struct Rows {
    let source: RowSource
    let cube: RowCube
    let slice: RowSlice
    /// The days that count.
    let days: AskedDays
    let zone: LocalZone
    /// Whether days were added that nobody asked for, since dates are known no more exactly.
    let isWidened: Bool
    /// The cells that may lack rows, by their rows in `grid`.
    let doubtful: Set<Int64>
  }

  /// The exposure of a question.
  struct Exposure {
    /// By the cell's row in `grid`, of cells whose exposure is complete.
    let amounts: [Int64: Double]
    let source: ExposureSource
    /// How many cells may lack a part of theirs.
    let doubtful: Int
    /// The cells of whatever level that have rows without an amount.
    let incomplete: Set<Int64>
  }

  /// Reads the cube of the source and takes the rows in question out of it.
  ///
  /// - Throws: `HotSpotFault`, `DatasetFault`, `BatchFault`, `StoreError.unknownZone`.
  func rows() throws -> Rows {
    let source = try source()
    let asked = try AskedDays(from: question.from, to: question.to)
    let days = asked.widened(to: source.datePrecision)
    let zone = try zone()
    let cube = try session.rowCube(
      of: source, dimensions(of: source), asOf: batches(), zone: zone,
      locate: question.isOfBaseNet ? nil : located)
    let missing = question.categories.filter { !cube.has(category: $0) }
    guard missing.isEmpty else {
      throw HotSpotFault.noSuchCategories(
        missing, dataset: source.dataset, known: cube.categories.sorted())
    }
    let slice = cube.slice(categories: question.categories, from: days.from, to: days.to)
    let doubtful =
      try question.isOfBaseNet
      ? DoubtfulCells(index: index, session: session).cells(
        among: slice.byCell.keys, tried: Set(slice.unattached.keys), of: source.dataset) : []
    return Rows(
      source: source, cube: cube, slice: slice, days: days, zone: zone,
      isWidened: days != asked, doubtful: doubtful)
  }

  /// Reads the exposure; nil where none is asked for.
  ///
  /// One that no data set declares may be a column of the profile.
  ///
  /// - Parameter isEveryone: whether small counts of sensitive data are to be left out.
  /// - Throws: `DatasetFault`, `HotSpotFault`, ``ProfileFault``.
  func exposure(isEveryone: Bool) throws -> Exposure? {
    guard let name = question.exposure else { return nil }
    if let counted = try profileExposure(name, isEveryone: isEveryone) { return counted }
    guard question.isOfBaseNet else {
      throw HotSpotFault.exposureOfBaseNet(exposure: name, net: question.net ?? "")
    }
    let (sums, source) = try District.exposure(name, session: session)
    let doubtful = try DoubtfulCells(index: index, session: session).cells(
      among: sums.incomplete.union(sums.byCell.keys), tried: sums.tried, of: source.dataset)
    return Exposure(
      amounts: sums.byCell.filter { !doubtful.contains($0.key) }, source: source,
      doubtful: doubtful.count, incomplete: sums.incomplete)
  }

  /// A column of the profile that was counted last; nil where there is none of that name, or a data set declares it.
  private func profileExposure(_ name: String, isEveryone: Bool) throws -> Exposure? {
    let declared = try session.datasets().contains { $0.exposures.contains { $0.name == name } }
    guard !declared, let record = try session.profile(asOf: nil),
      let column = record.columns.firstIndex(where: { $0.name == name })
    else { return nil }
    let table = try District.profileTable(
      net: index.generation.net, asOf: nil, in: index, isEveryone: isEveryone, session)
    var amounts: [Int64: Double] = [:]
    var rows = ExposureRows()
    for (place, cell) in table.cells.enumerated() {
      let count = table.count(column, place)
      if let grid = cell.gridID, let count {
        amounts[grid] = Double(count)
        if cell.level == index.levels.first?.level.name { rows.counted += count }
      } else if cell.gridID == nil, let count {
        rows.unattached = count
      }
    }
    return Exposure(
      amounts: amounts, source: ExposureSource(dataset: "grid_profile", rows: rows), doubtful: 0,
      incomplete: [])
  }

  /// Whose rows are asked about.
  ///
  /// - Throws: `DatasetFault`.
  func source() throws -> RowSource {
    switch question.source {
    case .dataset(let name): .dataset(try District.dataset(name, session: session))
    case .reports: .reports
    }
  }

  private func zone() throws -> LocalZone {
    guard let name = question.zone else { return session.store.zone }
    guard let zone = LocalZone(name) else { throw StoreError.unknownZone(name) }
    return zone
  }

  /// What the question tells rows apart by.
  private func dimensions(of source: RowSource) throws -> RowCube.Dimensions {
    var dimensions: RowCube.Dimensions = []
    if !question.categories.isEmpty {
      guard source.hasCategory else {
        throw HotSpotFault.undeclared(.category, dataset: source.dataset ?? "")
      }
      dimensions.insert(.categories)
    }
    if question.from != nil || question.to != nil {
      guard source.hasDate else {
        throw HotSpotFault.undeclared(.date, dataset: source.dataset ?? "")
      }
      dimensions.insert(.days)
    }
    return dimensions
  }

  /// The batches whose rows count; nil for the current rows.
  private func batches() throws -> [Int64]? {
    guard let batch = question.batch else { return nil }
    guard let asked = question.source.dataset else {
      throw HotSpotFault.reportsHaveNoBatches(batch)
    }
    let dataset = try District.batch(batch, session: session).report.dataset
    guard dataset == asked else {
      throw HotSpotFault.batchOfOther(batch, dataset: dataset, asked: asked)
    }
    let batches = try session.batches(upTo: batch, of: asked)
    guard !batches.isEmpty else { throw HotSpotFault.noStateOfBatch(batch) }
    return batches
  }

  /// The leaf cell of a position in the store's system.
  private func located(_ position: Coordinate) -> Int64? {
    let cell = index.locate(position).cell
    return cell < 0 ? nil : index.levels.last?.rowIDs[Int(cell)]
  }
}
