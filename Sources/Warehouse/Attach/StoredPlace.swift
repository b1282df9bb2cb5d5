import Projections
import Intake
import Datasets
import Foundation
import GRDB
import Geometry

/// The cell of a written address, by its row in `grid`, and its level: that of the leaves where the register knows the
/// building, a coarser one where it does not.
package struct PlacedAddress: Sendable, Equatable {
  package var gridID: Int64
  package var level: String

  package init(gridID: Int64, level: String) {
    (self.gridID, self.level) = (gridID, level)
  }

  var answer: StoredPlace.Answer {
    StoredPlace.Answer(gridID: gridID, method: "address", level: level)
  }
}

/// Finds the cell of a written address; nil where the register knows too little of it.
package typealias AddressPlacer = (String) -> PlacedAddress?

/// From a kept row to its cell, by the rules of place of its manifest in their order.
///
/// The same answer that an import gives: the first rule that finds a cell attaches. The first rule
/// with a position reads the geometry that was kept, the others their fields.
struct StoredPlace {
  /// A row's cell and how it came to it.
  struct Answer: Equatable {
    var gridID: Int64
    var method: String
    var level: String?
  }

  private enum Rule {
    /// The position that was kept.
    case position(method: String)
    /// The position in two columns of ``columns``.
    case fields(x: Int, y: Int, convert: (Coordinate) -> Coordinate?)
    /// The code in a column of ``columns``.
    case code(Int, level: String)
    /// The written address in a column of ``columns``.
    case address(Int)
  }

  /// The fields to select, in the order in which ``answer(_:position:)`` reads them.
  private(set) var columns: [String] = []
  private var rules: [Rule] = []
  private let attacher: GridAttacher
  private let addresses: AddressPlacer?

  /// - Parameters:
  ///   - fields: the columns that the table has.
  ///   - addresses: finds the cell of a written address; nil where there is no register.
  init(
    _ locations: [RecordLocation], fields: Set<String>, attacher: GridAttacher,
    addresses: AddressPlacer?, srid: Int
  ) throws {
    self.attacher = attacher
    self.addresses = addresses
    var hasPosition = false
    for location in locations {
      switch location {
      case .none: break
      case .address(let field) where fields.contains(field) && addresses != nil:
        columns.append(field)
        rules.append(.address(columns.count - 1))
      case .geometry:
        rules.append(.position(method: "geometry"))
        hasPosition = true
      case .undecided:
        rules.append(.position(method: "coordinates"))
        hasPosition = true
      case .coordinates where !hasPosition:
        rules.append(.position(method: "coordinates"))
        hasPosition = true
      case .coordinates(let x, let y, let crs) where fields.isSuperset(of: [x, y]):
        guard let convert = try Self.conversion(from: crs, srid: srid, attacher) else { break }
        columns += [x, y]
        rules.append(.fields(x: columns.count - 2, y: columns.count - 1, convert: convert))
      case .grid(let field, let level) where fields.contains(field):
        columns.append(field)
        rules.append(.code(columns.count - 1, level: level))
      case .coordinates, .grid, .address: break
      }
    }
  }

  /// From the reference system of a rule to the store's; nil where nobody knows how far off positions
  /// would be, so that the rule finds nothing, as an import by it would be refused.
  private static func conversion(
    from crs: CRSName, srid: Int, _ attacher: GridAttacher
  ) throws -> ((Coordinate) -> Coordinate?)? {
    do {
      let area = try attacher.extent.flatMap { try DegreeArea($0.district, in: .epsg(srid)) }
      return try PositionConversion(from: crs, srid: srid, within: area).convert
    } catch CoordinateTransformError.unknownAccuracy {
      return nil
    }
  }

  /// The cell of a row, whose selected fields begin at `first`; nil for none.
  func answer(_ row: Row, from first: Int, position: Coordinate?) -> Answer? {
    for rule in rules {
      switch rule {
      case .position(let method):
        if let found = position.flatMap(cell) {
          return Answer(gridID: found, method: method, level: attacher.level)
        }
      case .fields(let x, let y, let convert):
        if let x = row[first + x] as Double?, let y = row[first + y] as Double?,
          let found = convert(Coordinate(x: x, y: y)).flatMap(cell)
        {
          return Answer(gridID: found, method: "coordinates", level: attacher.level)
        }
      case .code(let column, let level):
        if let code = row[first + column] as String?, let found = attacher.codes[level]?[code] {
          return Answer(gridID: found, method: "code", level: level)
        }
      case .address(let column):
        if let text = row[first + column] as String?, let found = addresses?(text) {
          return found.answer
        }
      }
    }
    return nil
  }

  private func cell(_ position: Coordinate) -> Int64? {
    let cell = attacher.locate(position)
    return cell < 0 ? nil : attacher.gridIDs[Int(cell)]
  }
}
