public import Geometry

/// Where the records of a data set are.
public enum RecordLocation: Hashable, Sendable {
  /// They have no place.
  case none
  /// At a position in two number fields, in a coordinate reference system.
  case coordinates(x: String, y: String, crs: CrsName)
  /// In the cell of a level that a field names by code.
  case grid(field: String, level: String)
}
