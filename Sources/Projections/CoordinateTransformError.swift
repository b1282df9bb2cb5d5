package import Geometry

/// Why coordinates could not be brought into another reference system.
package enum CoordinateTransformError: Error, Sendable, Equatable {
  /// PROJ does not know the system, or it is none for positions on the ground.
  case unknownCRS(CRSName, detail: String)
  /// There is no way between the two systems.
  case noOperation(from: CRSName, to: CRSName, detail: String)
  /// A position that the source system does not have, or the target cannot show.
  case outside(Coordinate, from: CRSName, to: CRSName)
  /// PROJ's database of systems is not installed.
  case noDatabase
}
