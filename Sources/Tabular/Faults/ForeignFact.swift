/// Why a file in a format that GDAL reads cannot be read.
package enum ForeignFact: Hashable, Sendable {
  /// Why the conversion failed.
  package enum Reason: Hashable, Sendable {
    /// The program says so, in its words.
    case refused(String)
    case child(ChildFact)
    /// No folder can be made for its result, with the system's `errno`.
    case noFolder(code: Int32)
  }

  /// What KML has several of where it may have one, of which GDAL keeps one.
  package enum Loss: String, Hashable, Sendable {
    /// Geometries of a placemark.
    case geometries
    /// Outer boundaries of a polygon.
    case shells
    /// Rings of an outer boundary, and of an inner one.
    case shellRings, holeRings
    /// Lists of the positions of a ring.
    case coordinates
  }

  /// GDAL's program is not installed.
  case notInstalled(ForeignFormat)
  case failed(ForeignFormat, Reason)
  /// GDAL would leave out a part of a placemark, by its number from 1: its name may be
  /// that of a person.
  case lost(ForeignFormat, Loss, count: Int, placemark: Int)
  /// GDAL would take one of several values of a field of a placemark.
  case fieldTwice(ForeignFormat, field: String, placemark: Int)
}
