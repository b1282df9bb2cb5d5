package import Geometry

/// Where the records of a data set are.
package enum RecordLocation: Hashable, Sendable {
  case none
  /// At a position in two number fields, in a coordinate reference system.
  ///
  /// `x` is the field of the longitude or easting, whatever the file calls it.
  case coordinates(x: String, y: String, crs: CRSName)
  /// At a position in two number fields whose system nobody has decided on (`crs: auto`).
  ///
  /// `within` names a field that says which cell the record is in, to judge the systems by.
  case undecided(x: String, y: String, within: StatedCell?)
  /// In the cell of a level that a field names by code.
  case grid(field: String, level: String)
  /// At the geometry that the file itself has, in a reference system; nil for that of the file.
  case geometry(type: GeometryType, crs: CRSName?)
  /// At the address in a field.
  case address(field: String)

  /// Whether the records have a position of their own, so that their table has a geometry.
  package var hasPosition: Bool {
    switch self {
    case .coordinates, .undecided, .geometry: true
    case .none, .grid, .address: false
    }
  }

  /// Whether it places rows while they are imported: an address is looked up later, and what is
  /// undecided places nothing.
  package var isApplied: Bool {
    switch self {
    case .coordinates, .geometry, .grid: true
    case .none, .undecided, .address: false
    }
  }

  /// The level whose cells a field names by code; nil where none does.
  package var level: String? {
    switch self {
    case .grid(_, let level): level
    case .undecided(_, _, let within): within?.level
    case .none, .coordinates, .geometry, .address: nil
    }
  }
}

/// A field in which a record says by code which cell of a level it is in.
package struct StatedCell: Hashable, Sendable {
  package var field: String
  package var level: String

  package init(field: String, level: String) {
    self.field = field
    self.level = level
  }
}

/// The types of geometry that the records of a data set can have.
package enum GeometryType: String, Hashable, Sendable, CaseIterable, Codable {
  case point
  case line
  /// An area of one or several parts.
  case polygon
}
