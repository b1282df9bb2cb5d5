import Datasets
import Geometry
import Tabular

/// Measures which reference system the positions of a file fit, and decides nothing.
///
/// Every reading is tried on the same positions: the share inside the district, and the share in
/// the very cell that the rows name. Systems half a kilometre apart differ little in the first and
/// much in the second.
struct CrsSurvey {
  /// How many rows with a position were looked at.
  private(set) var positions = 0
  /// The readings, the best first.
  private(set) var shares: [CrsShare] = []

  /// So many rows are enough to tell the systems apart.
  private static let largestSample = 50_000

  /// Where a file has its positions.
  enum Positions {
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
  init(
    _ file: any TableFile, manifest: Manifest, positions source: Positions, within: StatedCell?,
    attacher: GridAttacher, srid: Int
  ) throws {
    let samples = try Self.samples(
      file, manifest: manifest, source, within: within, attacher: attacher)
    positions = samples.count
    guard !samples.isEmpty, let district = attacher.extent?.district else { return }
    let centre = try CoordinateTransform(from: .epsg(srid), to: .wgs84).transform(
      Coordinate(
        x: (district.minX + district.maxX) / 2, y: (district.minY + district.maxY) / 2))
    let middle = Coordinate(
      x: Self.median(samples.map(\.position.x)), y: Self.median(samples.map(\.position.y)))
    shares = try CrsHypothesis.candidates(like: middle, longitude: centre.x).map {
      try Self.measure($0, samples, within: within, attacher: attacher, srid: srid)
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
    x.kind == .real && y.kind == .real ? Coordinate(x: x.real, y: y.real) : nil
  }

  private static func anchor(_ reader: any RowReader) -> Coordinate? {
    reader.geometry.flatMap { try? WellKnownBinary.decodeShape($0) }?.anchor
  }

  private static func measure(
    _ hypothesis: CrsHypothesis, _ samples: [Sample], within: StatedCell?, attacher: GridAttacher,
    srid: Int
  ) throws -> CrsShare {
    let convert = try ImportConversion(from: hypothesis.crs, srid: srid).convert
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
    return CrsShare(
      crs: hypothesis.name, axes: hypothesis.isSwapped ? "north-east" : "east-north",
      inside: Double(inside) / Double(samples.count),
      within: stating == 0 ? nil : Double(agreeing) / Double(stating))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }
}
