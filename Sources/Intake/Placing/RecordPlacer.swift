import Projections
package import Datasets
import Geometry

/// From a record's values to its position in the store's reference system and its grid, by the
/// rules of place of a manifest in their order.
///
/// The first position that a record has is kept; the first rule that finds a cell attaches it. A
/// position at fault refuses the record whatever the rules behind it say.
package struct RecordPlacer {
  /// The rules, made ready.
  package let rules: [PlaceRule]
  private let attacher: GridAttacher?
  private let conversions: [PositionConversion]

  /// Makes the rules of a manifest ready.
  ///
  /// - Parameter fileCRS: the reference system that the file names for its geometries.
  /// - Throws: `DatasetsError`, `GeometryError`, `CoordinateTransformError`.
  package init(_ manifest: Manifest, attacher: GridAttacher?, srid: Int, fileCRS: String? = nil)
    throws
  {
    self.attacher = attacher
    let index = { (name: String) in manifest.fields.firstIndex { $0.name == name } ?? 0 }
    // Judged by where the district is: its records are there, but for those that are astray.
    let area = {
      try attacher?.extent.flatMap { try DegreeArea($0.district, in: .epsg(srid)) }
    }
    var conversions: [PositionConversion] = []
    func conversion(from crs: CRSName) throws -> (Coordinate) -> Coordinate? {
      let made = try PositionConversion(from: crs, srid: srid, within: try area())
      conversions.append(made)
      return made.convert
    }
    rules = try manifest.locations.filter(\.isApplied).compactMap { location in
      switch location {
      case .none, .undecided, .address: nil
      case .geometry(let type, let crs):
        .geometry(
          PlaceByGeometry(
            type: type,
            convert: try conversion(from: crs ?? Self.system(fileCRS, manifest)),
            attacher: attacher))
      case .coordinates(let x, let y, let crs):
        .coordinates(
          PlaceByCoordinates(
            x: index(x), y: index(y),
            convert: try conversion(from: crs),
            attacher: attacher))
      case .grid(let field, let level):
        .code(PlaceByCode(field: index(field), level: level, attacher: attacher))
      }
    }
    self.conversions = conversions
  }

  /// How far off the positions placed so far may be by the change of the datum, in metres, of the
  /// least accurate rule: 0 where no datum changes; nil where nobody knows, or there are none.
  package var accuracy: Double? {
    conversions.compactMap(\.accuracy).max()
  }

  /// Whether a rule takes the geometry that the file has.
  package var readsGeometry: Bool {
    rules.contains { rule in
      if case .geometry = rule { true } else { false }
    }
  }

  /// The system that the file names, which a manifest with `crs: file` relies on.
  private static func system(_ name: String?, _ manifest: Manifest) throws -> CRSName {
    if let name { return try CRSName(name) }
    throw DatasetsError(
      path: manifest.path, place: "gewu.location.geometry.crs", .noReferenceSystem)
  }

  /// Finds a record's position and grid.
  ///
  /// - Returns: a reason to refuse the record and the rule that gives it, or nil.
  @inline(__always)
  package func place(
    _ values: UnsafePointer<FieldValue>, _ row: inout PlannedRow,
    _ block: RowBlock, given: GivenGeometry, srid: Int32
  ) -> PlaceFault? {
    let geometry = block.geometry(block.count)
    for index in rules.indices where row.gridID == 0 {
      let fault =
        switch rules[index] {
        case .coordinates(let rule): rule.place(values, &row, geometry, srid: srid)
        case .code(let rule): rule.place(values, &row)
        case .geometry(let rule): rule.place(given, &row, block.arena, srid: srid)
        }
      row.rule = UInt8(truncatingIfNeeded: index)
      if let fault { return PlaceFault(code: fault, rule: index) }
    }
    return nil
  }
}

/// Why a record has no valid place.
package struct PlaceFault {
  package var code: RowReason
  /// The index of the rule that found it.
  package var rule: Int
}
