import Geometry
import Grids
import Warehouse

/// The cells of a file by their codes: one feature each, or several that are joined.
struct GridParts {
  private let file: String
  private let joins: Bool
  private var cells: [GridRecord] = []
  private var parts: [[MultiPolygon]] = []
  /// The feature that each code stood in first, and the place of its cell.
  private var met: [String: (feature: Int, place: Int)] = [:]

  /// - Parameter joins: whether several features of one code are its parts.
  init(file: String, joins: Bool) {
    self.file = file
    self.joins = joins
  }

  /// Takes the cell of a feature.
  ///
  /// - Throws: `GridLoadFault` where its code stands in another feature that is not to be joined, or
  ///   that has another name or parent.
  mutating func add(_ cell: GridRecord, feature: Int) throws {
    guard let earlier = met[cell.code] else {
      met[cell.code] = (feature, cells.count)
      cells.append(cell)
      parts.append(cell.boundary.map { [$0] } ?? [])
      return
    }
    guard joins else {
      throw GridLoadFault.repeatedCode(cell.code, features: earlier.feature, feature, file: file)
    }
    let first = cells[earlier.place]
    guard first.name == cell.name, first.parentCode == cell.parentCode else {
      throw GridFileFault.contradiction(.feature(feature, file: file), code: cell.code)
    }
    if let boundary = cell.boundary { parts[earlier.place].append(boundary) }
  }

  /// The cells, borders between parts of one code gone, and the codes of those whose parts overlap:
  /// what these share is there once.
  ///
  /// - Throws: `GridLoadFault`, or all of them, where parts cannot be joined without losing ground.
  func joined() throws -> (cells: [GridRecord], overlapping: [String]) {
    var cells = cells
    var overlapping: [String] = []
    var faults = GridFileFaults(file: file)
    for (place, parts) in parts.enumerated() where parts.count > 1 {
      let code = cells[place].code
      do {
        let union = try Coverage.union(of: parts)
        cells[place].boundary = union.boundary
        if union.overlap > Self.hairline * union.boundary.area { overlapping.append(code) }
      } catch {
        faults.note(
          GridLoadFault.partsNotJoined(
            code: code, feature: met[code]?.feature ?? 0, file: file, at: error.at))
      }
    }
    if let fault = faults.fault { throw fault }
    return (cells, overlapping)
  }

  /// Below this share of a cell what its parts have in common is rounding.
  private static let hairline = 1e-9
}
