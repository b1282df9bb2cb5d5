import Datasets
import DemoTruth
import Geometry

/// Makes the good rows of one data set: each is a function of its number.
struct RowMaker {
  let region: Region
  let manifest: Manifest
  let register: Register
  private(set) var fields: [FieldMaker]
  /// The fields of the position and how it is written, where the data set has one.
  let place: (x: Int, y: Int, maker: PlaceMaker)?
  /// How the row's own geometry is written, where the file has one.
  let shape: (type: GeometryType, maker: PlaceMaker)?
  /// The fields and levels by which rows say where they are, in the order of the rules.
  let units: [(field: Int, level: DivisionLevel)]
  /// How many rows with different keys there can be.
  let capacity: Int
  /// Where the rows come from the truth: what the department sees of it.
  private(set) var view: DepartmentView?

  /// - Throws: `DemoError` where the manifest asks for what the demo cannot make.
  init(region: Region, manifest: Manifest, profile: Profile, view: DepartmentView? = nil) throws {
    self.region = region
    self.manifest = manifest
    self.view = view
    let place = try Self.place(manifest)
    self.place = place
    shape = try Self.shape(manifest)
    let fixed = Set(manifest.primaryKey + Self.placeFields(manifest))
    var fields = manifest.fields.enumerated().map { index, field in
      FieldMaker(
        field, index: index, dataset: manifest.dataset, seed: region.seed,
        isFixed: fixed.contains(field.name) || field.constraints.isUnique)
    }
    if let place {
      fields[place.x].meaning = .longitude
      fields[place.y].meaning = .latitude
    }
    units = Self.units(manifest)
    for unit in units { fields[unit.field].meaning = .division(unit.level) }
    // A table whose rows are divisions is one of communities.
    for index in fields.indices where manifest.primaryKey == [fields[index].field.name] {
      if case .division(.district) = fields[index].meaning {
        fields[index].meaning = .division(.community)
      }
    }
    let keys = KeyPlan(manifest, fields: fields, region: region)
    keys.assign(&fields)
    Self.countPeople(&fields)
    self.fields = fields
    let names = Set(manifest.fields.map(\.name))
    register = Register(
      region: region, kind: keys.kind, dataset: manifest.dataset, ages: profile.ages,
      hasPeople: keys.kind == .people || keys.kind == .households
        || names.contains("resident_id") || manifest.subject == .person,
      hasOrganisations: keys.kind == .organisations || names.contains("credit_code")
        || manifest.subject == .legalEntity,
      subject: manifest.subject, isEvent: manifest.subject == .event || manifest.date != nil)
    capacity = view?.rows.capacity ?? min(keys.capacity, register.capacity)
  }

  /// Takes so many rows for month 1.
  mutating func settle(_ rows: Int) { view?.settle(rows) }

  /// The values of a good row, and the grid it is in.
  ///
  /// - Parameter month: of which the truth is; rows that are not of the truth are the same in all.
  func row(_ number: Int, month: Int = 1) -> DemoRow {
    if let view { return row(number, month: month, of: view) }
    let cell = keyedCell(number)
    let subject = register.subject(number, cell: cell)
    var values: [DemoValue] = []
    values.reserveCapacity(fields.count)
    for field in fields { values.append(field.value(number, subject, region)) }
    var row = DemoRow(
      values: values, cell: region.cell(of: subject.place),
      position: region.position(of: subject.place))
    if let place { write(row.position, place, &row) }
    if let shape { row.geometry = geometry(shape, subject.place, number) }
    return row
  }

  /// The geometry of a row in the file's reference system.
  private func geometry(
    _ shape: (type: GeometryType, maker: PlaceMaker), _ place: RowPlace, _ number: Int
  ) -> [UInt8] {
    let shapes = ShapeMaker(region: region, maker: shape.maker)
    if shape.type == .polygon, let unit = keyedUnit(number) {
      return shapes.border(of: unit.level, unit.number)
    }
    return shapes.shape(shape.type, at: place)
  }

  /// Whether the rows are areas of whole units above the grid, so that no single grid has them.
  var isOfWholeUnits: Bool {
    if let view { return shape != nil && view.isOverGrids }
    guard shape?.type == .polygon, let unit = keyedUnit(0) else { return false }
    return unit.level != .grid
  }

  /// Writes a position into the fields of the row.
  func write(
    _ position: Coordinate, _ place: (x: Int, y: Int, maker: PlaceMaker), _ row: inout DemoRow
  ) {
    let converted = place.maker.convert(position)
    row.values[place.x] = .decimal(place.maker.text(converted.x))
    row.values[place.y] = .decimal(place.maker.text(converted.y))
  }

  /// The grid that the key of a row names.
  private func keyedCell(_ number: Int) -> Int? {
    keyedUnit(number).map { region.firstCell(of: $0.level, $0.number) }
  }

  private func keyedUnit(_ number: Int) -> (level: DivisionLevel, number: Int)? {
    for field in fields {
      guard let wheel = field.wheel, case .division(let level) = field.meaning else { continue }
      return (level, number / wheel.stride % wheel.count)
    }
    return nil
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

  /// In a table of the grids, the numbers of people and homes are those of the district.
  private static func countPeople(_ fields: inout [FieldMaker]) {
    let isOfGrids = fields.contains { field in
      guard case .division(.grid) = field.meaning else { return false }
      return field.wheel != nil
    }
    guard isOfGrids else { return }
    for index in fields.indices where fields[index].field.type == .integer {
      switch fields[index].field.name {
      case "population": fields[index].meaning = .residents
      case "households": fields[index].meaning = .households
      default: continue
      }
    }
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
