import Projections
package import Datasets
package import Geometry
package import Tabular

/// Measures which reference system the positions of a file fit, and decides nothing.
///
/// Every reading is tried on the same positions: the share inside the district, and the share in
/// the very cell that the rows name. Systems half a kilometre apart differ little in the first and
/// much in the second.
package struct CRSSurvey {
  /// How many rows with a position were looked at.
  package private(set) var positions = 0
  /// The readings, the best first.
  package private(set) var shares: [CRSShare] = []

  /// So many rows are enough to tell the systems apart.
  private static let largestSample = 50_000

  /// Where a file has its positions.
  package enum Positions {
    /// In two fields, that of the longitude or easting first.
    case fields(x: String, y: String)
    /// In its geometries, each of which counts with one point inside it.
    case geometry
  }

  private struct Sample {
    var position: Coordinate
    /// The row of `grid` that the record names, 0 for none.
    var stated: Int64
  }

  /// Reads up to 50,000 positions of a file.
  ///
  /// - Throws: `TabularError`, `DatasetsError`, `CoordinateTransformError`.
  package init(
    _ file: any TableFile, manifest: Manifest, positions source: Positions, within: StatedCell?,
    attacher: GridAttacher, srid: Int
  ) throws {
    let samples = try Self.samples(
      file, manifest: manifest, source, within: within, attacher: attacher)
    positions = samples.count
    guard !samples.isEmpty, let district = attacher.extent?.district else { return }
    let centre = try CoordinateTransform(approximatelyFrom: .epsg(srid), to: .wgs84).transform(
      Coordinate(
        x: (district.minX + district.maxX) / 2, y: (district.minY + district.maxY) / 2))
    let middle = Coordinate(
      x: Self.median(samples.map(\.position.x)), y: Self.median(samples.map(\.position.y)))
    shares = try CRSHypothesis.candidates(like: middle, longitude: centre.x).compactMap {
      do {
        return try Self.measure($0, samples, within: within, attacher: attacher, srid: srid)
      } catch CoordinateTransformError.unknownAccuracy {
        // What could not be imported is no proposal.
        return nil
      }
    }
    // A stable order: the best first, and among equals the plainer reading.
    let order = shares.indices.sorted { a, b in
      let (left, right) = (shares[a], shares[b])
      if left.within != right.within { return (left.within ?? 0) > (right.within ?? 0) }
      if left.inside != right.inside { return left.inside > right.inside }
      return a < b
    }
    shares = order.map { shares[$0] }
  }

  private static func samples(
    _ file: any TableFile, manifest: Manifest, _ source: Positions, within: StatedCell?,
    attacher: GridAttacher
  ) throws -> [Sample] {
    let rows = try DataRows(file, manifest: manifest)
    let records = RecordReader(manifest, columns: rows.columns)
    let index = { (name: String) in manifest.fields.firstIndex { $0.name == name } ?? 0 }
    let axes: (x: Int, y: Int)? =
      if case .fields(let x, let y) = source { (index(x), index(y)) } else { nil }
    let stated = within.map { (field: index($0.field), codes: attacher.codes[$0.level] ?? [:]) }
    let values = UnsafeMutablePointer<FieldValue>.allocate(capacity: records.fieldCount)
    defer { values.deallocate() }
    let arena = TextArena()
    var samples: [Sample] = []
    while samples.count < largestSample, let row = try rows.reader.next() {
      if row.isBlank { continue }
      arena.reset()
      _ = records.read(row, rows.reader.fields, into: values, arena: arena)
      let given = axes.map { position(values[$0.x], values[$0.y]) } ?? anchor(rows.reader)
      guard let position = given, position.isFinite, position.x != 0 || position.y != 0 else {
        continue
      }
      let cell = stated.flatMap { stated in
        values[stated.field].string.flatMap { stated.codes[$0] }
      }
      samples.append(Sample(position: position, stated: cell ?? 0))
    }
    return samples
  }

  private static func position(_ x: FieldValue, _ y: FieldValue) -> Coordinate? {
    guard let x = x.number, let y = y.number else { return nil }
    return Coordinate(x: x, y: y)
  }

  private static func anchor(_ reader: any RowReader) -> Coordinate? {
    reader.geometry.flatMap { try? WellKnownBinary.decodeShape($0) }?.anchor
  }

  private static func measure(
    _ hypothesis: CRSHypothesis, _ samples: [Sample], within: StatedCell?, attacher: GridAttacher,
    srid: Int
  ) throws -> CRSShare {
    let area = try attacher.extent.flatMap { try DegreeArea($0.district, in: .epsg(srid)) }
    let convert = try PositionConversion(from: hypothesis.crs, srid: srid, within: area).convert
    let ancestors = within.map { attacher.ancestors[$0.level] ?? [] }
    var (inside, agreeing, stating) = (0, 0, 0)
    for sample in samples {
      let given = sample.position
      let read = hypothesis.isSwapped ? Coordinate(x: given.y, y: given.x) : given
      let cell = convert(read).map { Int(attacher.locate($0)) } ?? -1
      if cell >= 0 { inside += 1 }
      guard sample.stated != 0, let ancestors else { continue }
      stating += 1
      if cell >= 0, ancestors[cell] == sample.stated { agreeing += 1 }
    }
    return CRSShare(
      crs: hypothesis.name, axes: hypothesis.isSwapped ? "north-east" : "east-north",
      inside: Double(inside) / Double(samples.count),
      within: stating == 0 ? nil : Double(agreeing) / Double(stating))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }
}

/// One reading of two columns of numbers: a reference system, and which column is which.
package struct CRSHypothesis {
  /// What a manifest would say: `gcj02`, `EPSG:4549`.
  package let name: String
  package let crs: CRSName
  /// Whether the ordinates are exchanged.
  package let isSwapped: Bool

  /// The readings worth trying for numbers of a magnitude.
  ///
  /// Degrees may be any system of `NamedCRS` that has them. Metres may be a zone of CGCS2000 with or
  /// without its number before the easting: then the zone comes from the number, or from the
  /// district's longitude. (EPSG: 4491…4512 for 6 degrees, 4513…4554 for 3 degrees.)
  ///
  /// - Parameters:
  ///   - sample: a position of the file, such as the medians of the two columns.
  ///   - longitude: the district's, in degrees.
  package static func candidates(like sample: Coordinate, longitude: Double) -> [CRSHypothesis] {
    let inDegrees = NamedCRS.all.filter(\.isInDegrees).map { ($0.name, $0.crs) }
    let isDegrees = abs(sample.x) <= 180 && abs(sample.y) <= 180
    var candidates: [CRSHypothesis] = []
    for isSwapped in [false, true] {
      let easting = isSwapped ? sample.y : sample.x
      let systems =
        isDegrees
        ? inDegrees
        : zones(easting: easting, longitude: longitude).map { ("EPSG:\($0)", .epsg($0)) }
      candidates += systems.map { CRSHypothesis(name: $0.0, crs: $0.1, isSwapped: isSwapped) }
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

/// How well one reading of a file's coordinates fits the district.
package struct CRSShare: Hashable, Sendable, Codable {
  /// The reference system as a manifest names it.
  package var crs: String
  /// `east-north`, or `north-east` where the ordinates are exchanged.
  package var axes: String
  /// The share of the positions, 0…1, that lie inside the district.
  package var inside: Double
  /// The share of the rows, 0…1, whose position lies in the cell that the row itself names; nil
  /// where no row names one.
  package var within: Double?

  package init(crs: String, axes: String, inside: Double, within: Double?) {
    (self.crs, self.axes, self.inside, self.within) = (crs, axes, inside, within)
  }

  /// What a manifest would say.
  package var rule: String {
    axes == "north-east" ? "crs: \(crs), axes: north-east" : "crs: \(crs)"
  }
}
