package import Datasets
package import Geometry

/// One rule of place, made ready for an import.
package enum PlaceRule {
  case coordinates(PlaceByCoordinates)
  case code(PlaceByCode)
  case geometry(PlaceByGeometry)

  /// How records are attached by it, as the store keeps it.
  package var label: String {
    switch self {
    case .coordinates: "coordinates"
    case .code: "code"
    case .geometry: "geometry"
    }
  }

  /// The level of the cells that it attaches to, where grids are active.
  package var level: String? {
    switch self {
    case .coordinates(let rule): rule.level
    case .code(let rule): rule.level
    case .geometry(let rule): rule.level
    }
  }

  /// The fields that it reads.
  package var fields: [Int] {
    switch self {
    case .coordinates(let rule): [rule.x, rule.y]
    case .code(let rule): [rule.field]
    case .geometry: []
    }
  }
}

/// Attaches a record to the cell whose code one of its fields holds.
package struct PlaceByCode {
  package let field: Int
  package let level: String
  private let codes: ByteTable?
  private let cells: [Int64]

  package init(field: Int, level: String, attacher: GridAttacher?) {
    self.field = field
    self.level = level
    let known = Array(attacher?.codes[level] ?? [:])
    codes = ByteTable(known.enumerated().map { (text: $1.key, value: $0) })
    cells = known.map(\.value)
  }

  /// An unknown code attaches to nothing, and is no fault: the grids may be newer or older.
  package func place(_ values: UnsafePointer<FieldValue>, _ row: inout PlannedRow) -> RowReason? {
    if values[field].kind == .text, let found = codes?.value(of: values[field].bytes), found >= 0 {
      row.gridID = cells[found]
    }
    return nil
  }
}

/// Attaches a record to the cell that the position in two of its fields is in.
///
/// A class, and its parts taken apart: as structures they would be copied, and their references
/// counted, for every row.
package final class PlaceByCoordinates {
  package let x: Int
  package let y: Int
  package let level: String?
  private let convert: (Coordinate) -> Coordinate?
  private let locate: ((Coordinate) -> Int32)?
  private let cells: [Int64]
  private let plausible: PlausiblePosition

  package init(
    x: Int, y: Int, convert: @escaping (Coordinate) -> Coordinate?, attacher: GridAttacher?
  ) {
    (self.x, self.y) = (x, y)
    self.convert = convert
    level = attacher?.level
    locate = attacher?.locate
    cells = attacher?.gridIDs ?? []
    plausible = PlausiblePosition(convert: convert, extent: attacher?.extent)
  }

  /// Half a position, 0,0 and one far from the district are faults; no position is none.
  @inline(__always)
  package func place(
    _ values: UnsafePointer<FieldValue>, _ row: inout PlannedRow,
    _ geometry: UnsafeMutableRawBufferPointer, srid: Int32
  ) -> RowReason? {
    if values[x].kind == .null, values[y].kind == .null { return nil }
    guard let east = values[x].number, let north = values[y].number else {
      return .coordinateInvalid
    }
    let given = Coordinate(x: east, y: north)
    if given.x == 0, given.y == 0 { return .coordinateZero }
    let converted = convert(given)
    if let fault = plausible.fault(given, converted) { return fault }
    guard let point = converted else { return .coordinateInvalid }
    if !row.hasPoint {
      SpatiaLiteBlob.writePoint(point, srid: srid, into: geometry)
      row.hasPoint = true
    }
    if let locate {
      let cell = locate(point)
      if cell >= 0 { row.gridID = cells[Int(cell)] }
    }
    return nil
  }
}
