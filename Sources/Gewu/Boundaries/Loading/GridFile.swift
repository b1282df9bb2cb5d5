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
    /// The codes of the cells whose parts were joined and overlap.
    var overlapping: [String] = []
    /// The cells whose edges are off their places in the file.
    var bent: BentEdges?

    mutating func note(_ placed: Placing.Placed, code: String) {
      if placed.isCut { cut.append(code) }
      guard placed.sagitta > Placing.tolerance else { return }
      bent = BentEdges(
        codes: (bent?.codes ?? []) + [code], metres: max(bent?.metres ?? 0, placed.sagitta))
    }
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
        guard let (cell, placed) = try cell(of: feature, columns, placing) else {
          content.skipped.append(feature.number)
          continue
        }
        content.note(placed, code: cell.code)
        try cells.add(cell, feature: feature.number)
      } catch let fault as any UseCaseError {
        faults.note(fault)
      }
    }
    if let fault = faults.fault { throw fault }
    (content.cells, content.overlapping) = try cells.joined()
    return content
  }

  /// The cells that the lines of a drawing enclose, each with its label as its code.
  private func drawn(in table: FeatureTable) throws -> Content {
    let columns = try Columns(request, fields: table.fields, kept: table.kept)
    let bytes = try FileBytes(path: request.file)
    let anchors = withExtendedLifetime(bytes) { DrawingAnchors(bytes.bytes) }
    let drawing = DrawingCells(table, labels: columns.code, anchors: anchors)
    let (cells, report) = try drawing.cells(in: linework(drawing.lines), file: request.file)
    if request.activates, !request.allowsInvalid, !report.unlabelled.isEmpty, !report.lost.isEmpty {
      throw GridLoadFault.labelsAstray(
        file: request.file, unlabelled: report.unlabelled.count, lost: report.lost)
    }
    let crs = try crs(of: table)
    let placing = try Placing(
      from: crs, to: storeCRS,
      within: try DegreeArea(Self.extent(of: cells), in: crs.withoutAccuracy))
    var content = Content(cells: [], drawing: report)
    var parts = GridParts(file: request.file, joins: request.mergesParts)
    for (label, boundary) in cells {
      var cell = GridRecord(code: label.text)
      do {
        let placed = try placing.place(MultiPolygon([boundary]))
        cell.boundary = placed.boundary
        content.note(placed, code: cell.code)
      } catch let error as Placing.Fault {
        throw badBoundary(of: label.feature, cell, error.fact)
      }
      try parts.add(cell, feature: label.feature)
    }
    (content.cells, content.overlapping) = try parts.joined()
    return content
  }

  /// The cell of a feature, and how its boundary came to its place; nil for a drawing aid.
  private func cell(
    of feature: Feature, _ columns: Columns, _ placing: Placing
  ) throws -> (GridRecord, Placing.Placed)? {
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
      let placed = try placing.place(boundary)
      cell.boundary = placed.boundary
      return (cell, placed)
    } catch let error as GeometryError {
      throw badBoundary(of: feature.number, cell, .geometry(error))
    } catch let error as Placing.Fault {
      throw badBoundary(of: feature.number, cell, error.fact)
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
    let lines = [(table.headerLine, table.headerFault)] + table.rows.map { ($0.line, $0.fault) }
    if let (line, fault) = lines.first(where: { $0.1 != .none }) {
      throw GridFileFault.malformed(.line(line, file: path), fault)
    }
    for row in table.rows where row.values.count != header.count {
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
