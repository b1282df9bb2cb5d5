import Datasets
import Geometry

/// From a record's values to its position in the store's reference system and its grid, by the
/// rules of place of a manifest in their order.
///
/// The first position that a record has is kept; the first rule that finds a cell attaches it. A
/// position at fault refuses the record whatever the rules behind it say.
struct ImportPlace {
  /// The rules, made ready.
  let rules: [PlaceRule]
  private let attacher: GridAttacher?

  init(_ manifest: Manifest, attacher: GridAttacher?, srid: Int) throws {
    try Self.checkSupport(manifest)
    self.attacher = attacher
    let index = { (name: String) in manifest.fields.firstIndex { $0.name == name } ?? 0 }
    rules = try manifest.locations.compactMap { location in
      switch location {
      case .none, .undecided, .geometry, .address: nil
      case .coordinates(let x, let y, let crs):
        .coordinates(
          PlaceByCoordinates(
            x: index(x), y: index(y), convert: try ImportConversion(from: crs, srid: srid).convert,
            attacher: attacher))
      case .grid(let field, let level):
        .code(PlaceByCode(field: index(field), level: level, attacher: attacher))
      }
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
    if case .geometry = manifest.location {
      throw fail("gewu.location", "`geometry` is not supported yet", "尚不支持 geometry")
    }
  }

  /// Finds a record's position and grid.
  ///
  /// - Returns: a reason to refuse the record and the rule that gives it, or nil.
  @inline(__always)
  func place(
    _ values: UnsafePointer<FieldValue>, _ row: inout ImportRow,
    _ geometry: UnsafeMutableRawBufferPointer, srid: Int32
  ) -> PlaceFault? {
    for index in rules.indices where row.gridID == 0 {
      let fault =
        switch rules[index] {
        case .coordinates(let rule): rule.place(values, &row, geometry, srid: srid)
        case .code(let rule): rule.place(values, &row)
        }
      row.rule = UInt8(truncatingIfNeeded: index)
      if let fault { return PlaceFault(code: fault, rule: index) }
    }
    return nil
  }
}

/// Why a record has no valid place.
struct PlaceFault {
  var code: ReasonCode
  /// The index of the rule that found it.
  var rule: Int
}
