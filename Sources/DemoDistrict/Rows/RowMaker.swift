import Datasets
import DemoTruth
import Geometry

/// Makes the good rows of one data set: each is a function of its number and the month.
struct RowMaker {
  let manifest: Manifest
  /// What the department sees of the truth.
  private(set) var view: DepartmentView
  /// The fields of the position and how it is written, where the data set has one.
  let place: (x: Int, y: Int, maker: PlaceMaker)?
  /// How the row's own geometry is written, where the file has one.
  let shape: (type: GeometryType, maker: PlaceMaker)?
  /// The fields and levels by which rows say where they are, in the order of the rules.
  let units: [(field: Int, level: DivisionLevel)]
  /// The fields by which a row is known, and those that say where it is.
  private let fixed: Set<Int>

  /// - Throws: `DemoError` where the manifest has a reference system that the demo cannot write.
  init(_ manifest: Manifest, view: DepartmentView) throws {
    self.manifest = manifest
    self.view = view
    place = try Self.place(manifest)
    shape = try Self.shape(manifest)
    units = Self.units(manifest)
    let names = Set(manifest.primaryKey + Self.placeFields(manifest))
    fixed = Set(
      manifest.fields.indices.filter {
        names.contains(manifest.fields[$0].name) || manifest.fields[$0].constraints.isUnique
      })
  }

  /// How many rows month 1 can have.
  var capacity: Int { view.rows.capacity }

  /// Whether a field is of the key, is unique or says where the row is.
  func isFixed(_ field: Int) -> Bool { fixed.contains(field) }

  /// Whether the rows are areas of whole units above the grid, so that no single grid has them.
  var isOfWholeUnits: Bool { shape != nil && view.isOverGrids }

  /// Takes so many rows for month 1.
  mutating func settle(_ rows: Int) { view.settle(rows) }

  /// The values of a good row in the list of a month, with its place in the file's reference system.
  func row(_ number: Int, month: Int = 1) -> DemoRow {
    let values = view.values(number, month: month)
    if let shape, shape.type != .point, let outline = view.outline(number) {
      let position = outline.shape.anchor ?? Coordinate(x: 0, y: 0)
      var row = DemoRow(values: values, cell: outline.grid, position: position)
      row.geometry = outline.shape.converted(shape.maker.convert).bytes
      return row
    }
    guard place != nil || shape != nil, let found = view.position(number, month: month) else {
      return DemoRow(values: values, cell: 0, position: Coordinate(x: 0, y: 0), isPlaced: false)
    }
    var row = DemoRow(values: values, cell: found.grid, position: found.position)
    if let place { write(found.position, place, &row) }
    if let shape {
      row.geometry = WellKnownBinary.encode(shape.maker.convert(found.position))
      if place == nil, let (x, y) = view.coordinates {
        write(found.position, (x, y, shape.maker), &row)
      }
    }
    return row
  }

  /// Writes a position into the fields of the row.
  func write(
    _ position: Coordinate, _ place: (x: Int, y: Int, maker: PlaceMaker), _ row: inout DemoRow
  ) {
    let converted = place.maker.convert(position)
    row.values[place.x] = .decimal(place.maker.text(converted.x))
    row.values[place.y] = .decimal(place.maker.text(converted.y))
  }

  /// The code of the unit that a field of a row names; nil where it names none of the level.
  func unit(of row: DemoRow, field: String, _ level: DivisionLevel) -> String? {
    guard let index = manifest.fields.firstIndex(where: { $0.name == field }),
      case .text(let code) = row.values[index], view.isUnit(code, level)
    else { return nil }
    return code
  }

  private static func place(
    _ manifest: Manifest
  ) throws -> (x: Int, y: Int, maker: PlaceMaker)? {
    for case .coordinates(let x, let y, let crs) in manifest.locations {
      let index = { (name: String) in manifest.fields.firstIndex { $0.name == name } ?? 0 }
      return (index(x), index(y), try PlaceMaker(crs, dataset: manifest.dataset))
    }
    return nil
  }

  private static func shape(_ manifest: Manifest) throws -> (type: GeometryType, maker: PlaceMaker)?
  {
    for case .geometry(let type, let crs) in manifest.locations {
      return (type, try PlaceMaker(crs ?? .cgcs2000, dataset: manifest.dataset))
    }
    return nil
  }

  private static func units(_ manifest: Manifest) -> [(field: Int, level: DivisionLevel)] {
    var units: [(field: Int, level: DivisionLevel)] = []
    for case .grid(let name, let levelName) in manifest.locations {
      guard let level = DivisionLevel(rawValue: levelName),
        let field = manifest.fields.firstIndex(where: { $0.name == name })
      else { continue }
      units.append((field, level))
    }
    return units
  }

  private static func placeFields(_ manifest: Manifest) -> [String] {
    manifest.locations.flatMap { location -> [String] in
      switch location {
      case .coordinates(let x, let y, _): [x, y]
      case .grid(let field, _), .address(let field): [field]
      case .none, .geometry, .undecided: []
      }
    }
  }
}
