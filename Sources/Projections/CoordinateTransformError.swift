package import Geometry

/// Why coordinates could not be brought into another reference system.
package enum CoordinateTransformError: Error, Sendable, Equatable {
  /// PROJ does not know the system, or it is none for positions on the ground.
  case unknownCRS(CRSName, ProjReason)
  /// There is no way between the two systems.
  case noOperation(from: CRSName, to: CRSName, ProjReason)
  /// No transformation between the datums of two systems is published for where the positions are,
  /// and how far off they would be without one is not known; `hasOthers` where there are some for
  /// other areas.
  case unknownAccuracy(from: CRSName, to: CRSName, hasOthers: Bool)
  /// The grid of shifts that a system names is not found, or cannot be read.
  case noGrid(String, CRSName)
  /// A position that the source system does not have, or the target cannot show.
  case outside(Coordinate, from: CRSName, to: CRSName)
  /// PROJ's database of systems is not installed.
  case noDatabase
}

/// Why PROJ cannot use a reference system, or find a way between two.
package enum ProjReason: Sendable, Hashable {
  /// Its registry has no such code.
  case noSuchCode
  /// The system has no longitude and latitude, or easting and northing, on the earth.
  case notOnTheGround
  /// What PROJ itself says, in English.
  case said(String)
  case none
}
