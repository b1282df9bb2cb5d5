import Geometry

/// Whom and where a row is about.
struct RowSubject {
  /// The place of somebody among the people.
  var person: Int
  /// The home, where the row is about people.
  var home: Dwelling?
  /// The organisation, where the row is about one.
  var organisation: Organisation?
  /// The grid in which it is, and the position well inside it.
  var cell: Int
  var position: Coordinate
  /// A number for addresses.
  var door: Int
}
