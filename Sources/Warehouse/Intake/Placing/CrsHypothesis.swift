import Geometry

/// One reading of two columns of numbers: a reference system, and which column is which.
struct CrsHypothesis {
  /// What a manifest would say: `gcj02`, `EPSG:4549`.
  let name: String
  let crs: CrsName
  /// Whether the ordinates are exchanged.
  let isSwapped: Bool

  /// The readings worth trying for numbers of a magnitude.
  ///
  /// Degrees may be WGS 84, CGCS2000, GCJ-02 or BD-09. Metres may be a zone of CGCS2000 with or
  /// without its number before the easting: then the zone comes from the number, or from the
  /// district's longitude. (EPSG: 4491…4512 for 6 degrees, 4513…4554 for 3 degrees.)
  ///
  /// - Parameters:
  ///   - sample: a position of the file, such as the medians of the two columns.
  ///   - longitude: the district's, in degrees.
  static func candidates(like sample: Coordinate, longitude: Double) -> [CrsHypothesis] {
    let inDegrees: [(String, CrsName)] = [
      ("wgs84", .wgs84), ("cgcs2000", .cgcs2000), ("gcj02", .gcj02), ("bd09", .bd09),
    ]
    let isDegrees = abs(sample.x) <= 180 && abs(sample.y) <= 180
    var candidates: [CrsHypothesis] = []
    for isSwapped in [false, true] {
      let easting = isSwapped ? sample.y : sample.x
      let systems =
        isDegrees
        ? inDegrees
        : zones(easting: easting, longitude: longitude).map { ("EPSG:\($0)", .epsg($0)) }
      candidates += systems.map { CrsHypothesis(name: $0.0, crs: $0.1, isSwapped: isSwapped) }
    }
    return candidates
  }

  /// The EPSG codes of the zones that an easting may be in.
  private static func zones(easting: Double, longitude: Double) -> [Int] {
    let number = Int(easting / 1e6)
    var codes: [Int] = []
    if 25...45 ~= number { codes.append(4513 + number - 25) }
    if 13...23 ~= number { codes.append(4491 + number - 13) }
    guard 0..<1e6 ~= easting else { return codes }
    // A district near the border of a zone may be mapped in either.
    let narrow = Int((longitude / 3).rounded())
    codes += (narrow - 1...narrow + 1).filter { 25...45 ~= $0 }.map { 4534 + $0 - 25 }
    let wide = Int((longitude / 6).rounded(.down)) + 1
    codes += (wide - 1...wide + 1).filter { 13...23 ~= $0 }.map { 4502 + $0 - 13 }
    return codes
  }
}
