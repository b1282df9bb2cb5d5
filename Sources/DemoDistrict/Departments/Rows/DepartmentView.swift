import Datasets
import DemoTruth
import Geometry
import Time

/// The rows of one data set as its department sees them in the truth.
struct DepartmentView: Sendable {
  let dataset: String
  private(set) var rows: TruthRows
  /// The last month of which there are lists.
  let month: Int
  let isWhole: Bool
  /// Whether its rows are divisions above the grids, or lie over the borders of grids.
  let isOverGrids: Bool
  /// Whether it lists the grids or divisions themselves.
  let isOfAreas: Bool
  let shared: SharedTruth
  /// By field of the manifest; nil for the coordinates, which are written from the position.
  let columns: [ColumnView?]
  /// The fields of coordinates, x first, of files that have geometries beside them.
  private(set) var coordinates: (x: Int, y: Int)?
  let place: FactTable.Place?
  /// What its rows are about.
  let subject: SubjectKind
  /// Where each of its columns comes from.
  let sources: [SourceTable.Column]
  private let outline: Outlines.Outline?
  private let shift: Double
  private let shiftStream: UInt64
  /// Of how many of a million rows the department knows the position.
  private let knownPlaces: Int
  private let knownStream: UInt64

  /// How far positions keep from the borders of grids, in metres: further than any reference system is
  /// off that leads there and back.
  private static let clearance = 0.3

  /// - Throws: `DemoError` where the truth does not have all that the data set shows.
  init(_ manifest: Manifest, table: SourceTable, shared: SharedTruth, month: Int) throws {
    let unresolved = table.unresolved(manifest.dataset)
    guard let rows = table.rows[manifest.dataset], let rule = RowRule.all[manifest.dataset],
      unresolved.isEmpty
    else { throw DemoError.unresolved(unresolved, of: manifest.dataset) }
    let sources = table.columns[manifest.dataset] ?? []
    var (place, shift, known) = (FactTable.Place?.none, 0.0, 1_000_000)
    var columns: [ColumnView?] = []
    for field in manifest.fields {
      guard let source = sources.first(where: { $0.name == field.name }) else {
        throw DemoError.noSource(of: field.name, in: manifest.dataset)
      }
      if source.term.fact == "longitude" || source.term.fact == "latitude" {
        place = FactTable.all.place(of: source.term)
        for case .shift(let metres) in source.forms { shift = metres }
        for case .known(let percent) in source.forms { known = Int(percent * 10_000) }
        columns.append(nil)
      } else {
        guard let view = ColumnView(source, of: rows, field: field, seed: shared.seed) else {
          throw DemoError.unresolved([source.term.text], of: manifest.dataset)
        }
        columns.append(view)
      }
    }
    if let x = sources.firstIndex(where: { $0.term.fact == "longitude" }),
      let y = sources.firstIndex(where: { $0.term.fact == "latitude" })
    {
      coordinates = (x, y)
    }
    dataset = manifest.dataset
    self.columns = columns
    // A file with geometries has those of its rows' own places.
    self.place = place ?? FactTable.all.places[rows.subject]
    (subject, self.sources) = (rows.subject, sources)
    self.shift = shift
    knownPlaces = known
    knownStream = Draw.stream(shared.seed, "known.\(manifest.dataset)")
    outline = Outlines.of(rows.subject)
    isWhole = rows.size == .whole || rows.size == .window
    isOverGrids = rows.subject == .division || Outlines.acrossGrids.contains(rows.subject)
    isOfAreas = [.grid, .division, .gridYear].contains(rows.subject)
    (self.shared, self.month) = (shared, month)
    shiftStream = Draw.stream(shared.seed, "shift.\(manifest.dataset)")
    self.rows = TruthRows(rows, rule: rule, shared: shared)
  }

  /// Takes so many rows for the list of month 1, and finds those that come after it.
  mutating func settle(_ wanted: Int) { rows.settle(wanted, months: month) }

  /// By how many days its lists are behind.
  var lag: Int { Int(rows.lag) }

  /// How many rows up to a month, and so the number of the first that comes after it.
  func count(through month: Int) -> Int { rows.counts[month - 1] }

  /// Whether a row is in the list of a month.
  func isIn(_ number: Int, month: Int) -> Bool { rows.isIn(number, month: month) }

  /// The values of a row in the list of a month.
  func values(_ number: Int, month: Int) -> [DemoValue] {
    let sight = sight(month)
    let index = Int(rows.subjects[number])
    return columns.map { $0?.value(sight, index) ?? .none }
  }

  /// The shape of a row whose subject is an area or a line, and the grid that it is in.
  func outline(_ number: Int) -> (shape: Shape, grid: Int)? {
    outline.map { $0(shared, Int(rows.subjects[number])) }
  }

  /// Where a row is as the department writes it: in the place of the truth, moved as far as the department
  /// is inexact, and not on the border of two grids.
  func position(_ number: Int, month: Int) -> (position: Coordinate, grid: Int)? {
    let index = Int(rows.subjects[number])
    var knowing = Draw(knownStream, index)
    guard knownPlaces == 1_000_000 || knowing.below(1_000_000) < knownPlaces else { return nil }
    guard let spot = place?(sight(month), index), let exact = shared.position(of: spot) else {
      return nil
    }
    var draw = Draw(shiftStream, index)
    for attempt in 0..<40 {
      let reach = max(shift, attempt == 0 ? 0 : 0.6)
      let (east, north) = (draw.unit() * 2 - 1, draw.unit() * 2 - 1)
      let position =
        reach == 0
        ? exact : shared.ground.moved(exact, east: east * reach * 0.7, north: north * reach * 0.7)
      if let grid = shared.ground.grid(at: position),
        shared.ground.isClear(position, ofGrid: grid, by: Self.clearance)
      {
        return (position, grid)
      }
    }
    return nil
  }

  /// Whether a text is the code of a unit of a level.
  func isUnit(_ code: String, _ level: DivisionLevel) -> Bool {
    shared.codes[level]?.contains(code) == true
  }

  func sight(_ month: Int) -> Sight {
    Sight(shared: shared, day: Int32(TruthCalendar.day(ofMonth: month).ordinal))
  }
}

extension DemoError {
  fileprivate static func noSource(of field: String, in dataset: String) -> DemoError {
    DemoError(
      "GeoData/demo/sources.csv does not say what \(field) of \(dataset) shows of the district; add a line, or "
        + "take the field out of the manifest",
      "GeoData/demo/sources.csv 未说明 \(dataset) 的字段 \(field) 取自何处；请补充一行，或从清单中去掉该字段")
  }

  fileprivate static func unresolved(_ terms: [String], of dataset: String) -> DemoError {
    let names = terms.isEmpty ? "rows" : terms.joined(separator: ", ")
    return DemoError(
      "GeoData/demo names for \(dataset) what the district does not have: \(names); use the tables that come "
        + "with this version of Gewu",
      "GeoData/demo 中 \(dataset) 的来源项在演示区县中不存在：\(names)；请使用随本版本附带的表")
  }
}
