import Projections
import Geometry
import Tabular
import Warehouse

/// Reads the cells of one level from a file, in the store's reference system.
struct GridFile {
  let request: GridLoadRequest
  let storeCRS: CRSName
  /// Tells what lines enclose.
  let linework: ([[Coordinate]]) throws -> Linework

  /// What a file holds: its cells in their order, and the features that are none.
  struct Content {
    /// The cells.
    var cells: [GridRecord]
    /// The numbers of the features that are neither a surface nor have a code.
    var skipped: [Int] = []
    /// What a drawing holds besides its cells; nil for any other file.
    var drawing: DrawingReport?
    /// The codes of the cells that were cut along the antimeridian.
    var cut: [String] = []
  }

  /// The cells in the order of the file.
  ///
  /// - Throws: what is wrong with the file, where in it, and what to do.
  func read() throws -> Content {
    var content: Content
    do {
      let table = try FeatureFile.open(
        path: request.file, layer: request.layer, encoding: request.encoding,
        fields: Set([request.codeField, request.nameField, request.parentField].compactMap(\.self)))
      content = try table.isDrawing ? drawn(in: table) : boundaries(of: table)
    } catch let error as TabularError where error.kind == .unknownFormat {
      content = Content(
        cells: try listed(in: table(request.file, encoding: request.encoding)))
    }
    guard !content.cells.isEmpty else {
      throw GridFileFault.noCells(file: request.file)
    }
    if let parentsFile = request.parentsFile {
      try nameParents(of: &content.cells, from: table(parentsFile))
    }
    return content
  }

  /// The cells of a file of features: one a feature, each code once, or the parts of one code joined
  /// where that is asked for.
  ///
  /// Features without code that are lines or points are drawing aids (the dashes of
  /// a disputed border, say): they are left out, and counted. What is wrong is collected, so that one
  /// run shows all of it.
  private func boundaries(of table: FeatureTable) throws -> Content {
    let columns = try Columns(request, fields: table.fields, kept: table.kept)
    let placing = try placing(of: table)
    var content = Content(cells: [])
    var faults = GridFileFaults(file: request.file)
    var cells = GridParts(file: request.file, joins: request.mergesParts)
    for feature in table.features {
      do {
        guard let (cell, isCut) = try cell(of: feature, columns, placing) else {
          content.skipped.append(feature.number)
          continue
        }
        if isCut { content.cut.append(cell.code) }
        try cells.add(cell, feature: feature.number)
      } catch let fault as any UseCaseError {
        faults.note(fault)
      }
    }
    if let fault = faults.fault { throw fault }
    content.cells = cells.joined()
    return content
  }

  /// The cells that the lines of a drawing enclose, each with its label as its code.
  private func drawn(in table: FeatureTable) throws -> Content {
    let columns = try Columns(request, fields: table.fields, kept: table.kept)
    let drawing = DrawingCells(table, labels: columns.code)
    let (cells, report) = try drawing.cells(in: linework(drawing.lines), file: request.file)
    let crs = try crs(of: table)
    let transform = try CoordinateTransform(
      from: crs, to: storeCRS,
      within: try DegreeArea(Self.extent(of: cells), in: crs.withoutAccuracy))
    var parts = GridParts(file: request.file, joins: request.mergesParts)
    for (label, boundary) in cells {
      var cell = GridRecord(code: label.text)
      do {
        cell.boundary = try transform.transform(MultiPolygon([boundary]))
      } catch let error as CoordinateTransformError {
        throw badBoundary(of: label.feature, cell, .transform(error))
      }
      try parts.add(cell, feature: label.feature)
    }
    return Content(cells: parts.joined(), drawing: report)
  }

  /// The cell of a feature, and whether it was cut along the antimeridian; nil for a drawing aid.
  private func cell(
    of feature: Feature, _ columns: Columns, _ placing: Placing
  ) throws -> (GridRecord, isCut: Bool)? {
    let surfaces: Set<GeometryKind> = [
      .polygon, .multiPolygon, .curvePolygon, .multiSurface, .geometryCollection,
    ]
    if columns.hasNoCode(feature.values), let geometry = feature.geometry,
      try !surfaces.contains(WellKnownBinary.kind(of: geometry))
    {
      return nil
    }
    let place = GridFileFault.Place.feature(feature.number, file: request.file)
    var cell = try columns.cell(feature.values, feature.kinds, place: place)
    if let fault = feature.fault {
      throw badBoundary(of: feature.number, cell, .unreadable(fault.fact))
    }
    guard let geometry = feature.geometry else {
      throw GridFileFault.noBoundary(place, code: cell.code)
    }
    do {
      let boundary = try WellKnownBinary.decodeSurfaces(geometry)
      guard !boundary.polygons.isEmpty else {
        throw GridFileFault.noBoundary(place, code: cell.code)
      }
      let (placed, isCut) = try placing.place(boundary)
      cell.boundary = placed
      return (cell, isCut)
    } catch let error as GeometryError {
      throw badBoundary(of: feature.number, cell, .geometry(error))
    } catch let error as CoordinateTransformError {
      throw badBoundary(of: feature.number, cell, .transform(error))
    } catch is AntimeridianCut.AroundPole {
      throw badBoundary(of: feature.number, cell, .aroundPole)
    }
  }

  private func badBoundary(
    of feature: Int, _ cell: GridRecord, _ fault: GridLoadFault.BoundaryFault
  ) -> GridLoadFault {
    .badBoundary(feature: feature, file: request.file, code: cell.code, fault)
  }

  /// A table without boundaries, whose rows are as wide as its header.
  private func table(_ path: String, encoding: String? = nil) throws -> CSVTable {
    let declared = encoding.flatMap(TextEncoding.init(named:))
    let table = CSVTable(try TextFile(path: path, declared: declared))
    guard let header = table.header else {
      throw GridFileFault.empty(file: path)
    }
    for row in table.rows where row.fault != .none || row.values.count != header.count {
      throw GridFileFault.wrongWidth(
        .line(row.line, file: path), fields: row.values.count, header: header.count)
    }
    return table
  }

  /// The cells of a table without boundaries; a row that repeats a cell is one
  /// with it, a row that contradicts it is an error.
  private func listed(in table: CSVTable) throws -> [GridRecord] {
    let fields = table.header ?? []
    let columns = try Columns(request, fields: fields, kept: Array(fields.indices))
    var cells: [GridRecord] = []
    var positions: [String: Int] = [:]
    for row in table.rows {
      let place = GridFileFault.Place.line(row.line, file: request.file)
      var cell = try columns.cell(row.values, place: place)
      cell.origin = .table
      if let earlier = positions[cell.code] {
        guard cells[earlier] == cell else {
          throw GridFileFault.contradiction(place, code: cell.code)
        }
      } else {
        positions[cell.code] = cells.count
        cells.append(cell)
      }
    }
    return cells
  }

  /// Gives each cell the parent that a table of two columns names.
  private func nameParents(of cells: inout [GridRecord], from table: CSVTable) throws {
    let width = table.header?.count ?? 0
    guard width == 2 else {
      throw GridFileFault.parentColumns(file: table.path, columns: width)
    }
    var parents: [String: String] = [:]
    for row in table.rows {
      let child = row.values[0] ?? ""
      let parent = row.values[1] ?? ""
      if let earlier = parents.updateValue(parent, forKey: child), earlier != parent {
        throw GridFileFault.twoParents(
          .line(row.line, file: table.path), child: child, parent: parent, earlier: earlier)
      }
    }
    for position in cells.indices {
      guard let parent = parents[cells[position].code], !parent.isEmpty else {
        throw GridFileFault.noParent(file: table.path, code: cells[position].code)
      }
      cells[position].parentCode = parent
      cells[position].parentMethod = .table
    }
  }

  /// The reference system that was asked for, else the one that the file names, with the accuracy that is
  /// accepted for it.
  private func crs(of table: FeatureTable) throws -> CRSName {
    guard
      let named = try request.crs
        ?? table.crs.map({ try CRSName($0, ifUnknown: table.crsDefinition) })
    else {
      throw GridLoadFault.noReferenceSystem(file: request.file)
    }
    return request.acceptedAccuracy.map(named.accepting) ?? named
  }

  /// From the file's reference system to the store's, by what holds where the cells are.
  private func placing(of table: FeatureTable) throws -> Placing {
    let crs = try crs(of: table)
    return try Placing(
      from: crs, to: storeCRS,
      within: try DegreeArea(Self.extent(of: table), in: crs.withoutAccuracy))
  }

  private static func extent(of cells: [(label: DrawingCells.Label, boundary: Polygon)]) -> Box {
    cells.reduce(into: Box.empty) { $0.extend(by: MultiPolygon([$1.boundary]).box) }
  }

  /// The box of all that can be read as cells; what cannot is a fault when its turn comes.
  private static func extent(of table: FeatureTable) -> Box {
    var box = Box.empty
    for feature in table.features {
      guard let geometry = feature.geometry,
        let boundary = try? WellKnownBinary.decodeSurfaces(geometry)
      else { continue }
      box.extend(by: boundary.box)
    }
    return box
  }
}

/// Brings boundaries of a file into the store's reference system, cut along the antimeridian where
/// they cross it.
private struct Placing {
  private let transform: CoordinateTransform
  private let isFileGeographic: Bool
  private let isStoreGeographic: Bool

  init(from file: CRSName, to store: CRSName, within area: DegreeArea?) throws {
    transform = try CoordinateTransform(from: file, to: store, within: area)
    (isFileGeographic, isStoreGeographic) = (file.isGeographic, store.isGeographic)
  }

  func place(_ drawn: MultiPolygon) throws -> (MultiPolygon, isCut: Bool) {
    let placed = try transform.transform(
      isFileGeographic ? Antimeridian.normalised(drawn) : drawn)
    return isStoreGeographic ? try AntimeridianCut.cut(placed) : (placed, false)
  }
}
