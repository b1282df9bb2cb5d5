import Projections
import Geometry
import Tabular
import Warehouse

/// Reads the cells of one level from a file, in the store's reference system.
struct GridFile {
  let request: GridLoadRequest
  let storeCRS: CRSName

  /// What a file holds: its cells in their order, and the features that are none.
  struct Content {
    /// The cells.
    var cells: [GridRecord]
    /// The numbers of the features that are neither a surface nor have a code.
    var skipped: [Int] = []
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
        path: request.file, layer: request.layer, encoding: request.encoding)
      content = try boundaries(of: table)
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

  /// The cells of a file of features: one a feature, each code once.
  ///
  /// Features without code that are lines or points are drawing aids (the dashes of
  /// a disputed border, say): they are left out, and counted.
  private func boundaries(of table: FeatureTable) throws -> Content {
    let columns = try Columns(request, fields: table.fields)
    let fileCRS = try crs(of: table)
    let transform = try transform(of: table, from: fileCRS)
    let (isFileGeographic, isStoreGeographic) = (fileCRS.isGeographic, storeCRS.isGeographic)
    var numbers: [String: Int] = [:]
    var content = Content(cells: [])
    for feature in table.features {
      if columns.hasNoCode(feature.values), let geometry = feature.geometry,
        try ![.polygon, .multiPolygon, .curvePolygon].contains(WellKnownBinary.kind(of: geometry))
      {
        content.skipped.append(feature.number)
        continue
      }
      let place = GridFileFault.Place.feature(feature.number, file: request.file)
      let cell = try columns.cell(feature.values, place: place)
      if let earlier = numbers.updateValue(feature.number, forKey: cell.code) {
        throw GridLoadFault.repeatedCode(
          cell.code, features: earlier, feature.number, file: request.file)
      }
      guard let geometry = feature.geometry else {
        throw GridFileFault.noBoundary(place, code: cell.code)
      }
      var whole = cell
      do {
        let drawn = try WellKnownBinary.decodeMultiPolygon(geometry)
        let placed = try transform.transform(
          isFileGeographic ? Antimeridian.normalised(drawn) : drawn)
        let (kept, isCut) = isStoreGeographic ? try AntimeridianCut.cut(placed) : (placed, false)
        whole.boundary = kept
        if isCut { content.cut.append(cell.code) }
      } catch let error as GeometryError {
        throw badBoundary(of: feature.number, cell, .geometry(error))
      } catch let error as CoordinateTransformError {
        throw badBoundary(of: feature.number, cell, .transform(error))
      } catch is AntimeridianCut.AroundPole {
        throw badBoundary(of: feature.number, cell, .aroundPole)
      }
      content.cells.append(whole)
    }
    return content
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
    let columns = try Columns(request, fields: table.header ?? [])
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
    guard let named = try request.crs ?? table.crs.map({ try CRSName($0) }) else {
      throw GridLoadFault.noReferenceSystem(file: request.file)
    }
    return request.acceptedAccuracy.map(named.accepting) ?? named
  }

  /// From the file's reference system to the store's, by what holds where the cells are.
  private func transform(of table: FeatureTable, from crs: CRSName) throws -> CoordinateTransform {
    try CoordinateTransform(
      from: crs, to: storeCRS,
      within: try DegreeArea(Self.extent(of: table), in: crs.withoutAccuracy))
  }

  /// The box of all that can be read as cells; what cannot is a fault when its turn comes.
  private static func extent(of table: FeatureTable) -> Box {
    var box = Box.empty
    for feature in table.features {
      guard let geometry = feature.geometry,
        let boundary = try? WellKnownBinary.decodeMultiPolygon(geometry)
      else { continue }
      box.extend(by: boundary.box)
    }
    return box
  }
}

extension GridFile {
  /// Where a file keeps the code, the name and the parent of a cell.
  struct Columns {
    private let code: Int
    private let name: Int?
    private let parent: Int?

    /// Finds the fields that a request names.
    ///
    /// - Throws: `GridFileFault` with the fields that there are.
    init(_ request: GridLoadRequest, fields: [String]) throws {
      func place(of field: String) throws -> Int {
        guard let index = fields.firstIndex(of: field) else {
          throw GridFileFault.noField(field, file: request.file, known: fields)
        }
        return index
      }
      code = try place(of: request.codeField)
      name = try request.nameField.map(place)
      parent = try request.parentField.map(place)
    }

    /// Whether a record has no code.
    func hasNoCode(_ values: [String?]) -> Bool {
      values[code]?.isEmpty ?? true
    }

    /// The cell of a record, without its boundary.
    func cell(_ values: [String?], place: GridFileFault.Place) throws -> GridRecord {
      func value(_ index: Int?) -> String? {
        guard let index, let text = values[index], !text.isEmpty else { return nil }
        return text
      }
      guard let code = value(code) else {
        throw GridFileFault.noCode(place)
      }
      let parent = value(parent)
      return GridRecord(
        code: code, name: value(name), parentCode: parent,
        parentMethod: parent == nil ? nil : .field)
    }
  }
}
