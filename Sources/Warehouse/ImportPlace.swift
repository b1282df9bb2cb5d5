import Datasets
import Geometry

/// From a record's values to its position in the store's reference system and its grid.
struct ImportPlace {
  enum Method {
    case none
    case coordinates(x: Int, y: Int)
    case code(field: Int)
  }

  let method: Method
  /// How and at which level records are attached, as the store keeps it.
  let label: String?
  let level: String?
  private let convert: (Coordinate) -> Coordinate?
  private let attacher: GridAttacher?
  private let codes: ByteTable?
  private let codeIDs: [Int64]

  init(_ manifest: Manifest, attacher: GridAttacher?, srid: Int) throws {
    try Self.checkSupport(manifest)
    self.attacher = attacher
    let index = { (name: String) in manifest.fields.firstIndex { $0.name == name } ?? 0 }
    switch manifest.location {
    case .none, .undecided, .geometry, .address:
      (method, label, level) = (.none, nil, nil)
      (convert, codes, codeIDs) = ({ $0 }, nil, [])
    case .coordinates(let x, let y, let crs):
      method = .coordinates(x: index(x), y: index(y))
      (label, level) = ("coordinates", attacher?.level)
      convert = try ImportConversion(from: crs, srid: srid).convert
      (codes, codeIDs) = (nil, [])
    case .grid(let field, let level):
      method = .code(field: index(field))
      (label, self.level) = ("code", level)
      convert = { $0 }
      let cells = Array(attacher?.codes[level] ?? [:])
      codes = ByteTable(cells.enumerated().map { (text: $1.key, value: $0) })
      codeIDs = cells.map(\.value)
    }
  }

  /// Refuses what a manifest may say but the import does not do.
  private static func checkSupport(_ manifest: Manifest) throws {
    func fail(_ place: String, _ message: String, _ chinese: String) -> DatasetsError {
      DatasetsError(path: manifest.path, place: place, message: message, messageChinese: chinese)
    }
    if manifest.load == .partition {
      throw fail("gewu.load", "`partition` is not supported yet", "尚不支持 partition")
    }
    guard manifest.locations.count <= 1 else {
      throw fail(
        "gewu.location", "a list of rules is not supported yet; keep one", "尚不支持多条规则;请保留一条")
    }
    if case .geometry = manifest.location {
      throw fail("gewu.location", "`geometry` is not supported yet", "尚不支持 geometry")
    }
    if case .undecided = manifest.location {
      throw fail(
        "gewu.location.crs",
        "`auto` decides nothing: name the system (EPSG:n, wgs84, cgcs2000, gcj02 or bd09)",
        "auto 不作决定:请指定坐标系(EPSG:n、wgs84、cgcs2000、gcj02 或 bd09)")
    }
  }

  /// Finds a record's position and grid.
  ///
  /// - Returns: a reason to refuse the record, or nil.
  @inline(__always)
  func place(
    _ values: UnsafePointer<FieldValue>, _ row: inout ImportRow,
    _ geometry: UnsafeMutableRawBufferPointer, srid: Int32
  ) -> ReasonCode? {
    switch method {
    case .none: return nil
    case .code(let field):
      if values[field].kind == .text, let found = codes?.value(of: values[field].bytes), found >= 0
      {
        row.gridID = codeIDs[found]
      }
      return nil
    case .coordinates(let x, let y):
      if values[x].kind == .null, values[y].kind == .null { return nil }
      guard values[x].kind == .real, values[y].kind == .real else { return .coordinateInvalid }
      let given = Coordinate(x: values[x].real, y: values[y].real)
      if given.x == 0, given.y == 0 { return .coordinateZero }
      guard let point = convert(given), point.isFinite else { return .coordinateInvalid }
      SpatiaLiteBlob.writePoint(point, srid: srid, into: geometry)
      row.hasPoint = true
      if let attacher {
        let cell = attacher.locate(point)
        if cell >= 0 { row.gridID = attacher.gridIDs[Int(cell)] }
      }
      return nil
    }
  }
}
