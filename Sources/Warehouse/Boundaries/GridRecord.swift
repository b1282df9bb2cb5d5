import Foundation
package import Geometry
import GRDB

/// One cell of one level, as the store keeps it over a span of generations.
package struct GridRecord: Sendable, Equatable {
  /// Where a cell and its boundary come from.
  package enum Origin: String, Sendable, DatabaseValueConvertible {
    case loaded
    /// A table without boundaries: the boundary is the union of the cells below.
    case table
    /// The cells below name it: code and boundary come from them.
    case union
  }

  /// How a cell came to its parent.
  package enum ParentMethod: String, Sendable, DatabaseValueConvertible {
    /// A field of the loaded file names it.
    case field
    /// A table of children and parents names it.
    case table
    /// It is the cell above that holds the largest share of the area.
    case containment
  }

  /// The key in the store, 0 before the cell is kept.
  ///
  /// It changes when the cell changes.
  package var id: Int64 = 0
  /// The code, unique within its level and generation.
  package var code: String
  /// The name, where one was given.
  package var name: String?
  /// The code of the cell above, where it is known.
  package var parentCode: String?
  /// How the parent was found.
  package var parentMethod: ParentMethod?
  /// The share of the area that lies within the parent, 0…1, where it was measured.
  package var parentShare: Double?
  /// Where the cell and its boundary come from.
  package var origin: Origin
  /// The boundary in the store's reference system; nil until it is derived.
  package var boundary: MultiPolygon?

  /// Makes a cell as it is read from a file.
  package init(
    code: String, name: String? = nil, parentCode: String? = nil,
    parentMethod: ParentMethod? = nil, origin: Origin = .loaded, boundary: MultiPolygon? = nil
  ) {
    self.code = code
    self.name = name
    self.parentCode = parentCode
    self.parentMethod = parentMethod
    self.origin = origin
    self.boundary = boundary
  }
}

extension GridRecord: FetchableRecord {
  /// What is selected of a cell, the boundary behind it.
  static let columns = "id, code, name, parent_code, parent_method, parent_share, origin"

  /// Reads ``columns`` and the boundary by their places: a coverage may have millions of cells, and
  /// a decoder costs several times as much for each.
  init(row: Row) throws {
    id = row[0]
    code = row[1]
    name = row[2]
    parentCode = row[3]
    parentMethod = row[4]
    parentShare = row[5]
    origin = row[6]
    boundary = try (row[7] as Data?).map {
      try SpatiaLiteBlob.decodeMultiPolygon([UInt8]($0)).boundary
    }
  }
}

/// How a level differs from the generation before, in cells.
package struct GridChanges: Sendable, Equatable, Codable {
  /// Cells whose code was not there before.
  package var new = 0
  /// Cells with another boundary, name or parent than before.
  package var changed = 0
  /// Cells that are as they were; their rows span the generations.
  package var unchanged = 0
  /// Cells of before that are no longer there.
  package var gone = 0

  package init() {}
}
