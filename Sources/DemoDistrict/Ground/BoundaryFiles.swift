import DemoTruth
import Geometry
import Tabular

/// Writes the boundaries of one district after the other into the same files.
final class BoundaryFiles {
  private let city: String?
  private var areas: [(layer: BoundaryLayer, writer: GeoJSONWriter)] = []
  private var tables: [(layer: BoundaryLayer, sink: TextSink)] = []

  /// Begins the files.
  ///
  /// - Parameters:
  ///   - folder: is there.
  ///   - city: the code of the city above the districts; nil for a district alone.
  init(in folder: String, city: String? = nil) throws {
    self.city = city
    for layer in BoundaryLayer.allCases {
      let (path, columns) = ("\(folder)/\(layer.fileName)", layer.columns(in: city))
      if layer.isArea {
        areas.append((layer, try GeoJSONWriter(path: path, names: columns)))
      } else {
        let sink = try TextSink(path: path, encoding: nil)
        try sink.write(Self.lines([columns]))
        tables.append((layer, sink))
      }
    }
  }

  /// Adds the units of a district.
  func add(_ ground: Ground) throws {
    for (layer, writer) in areas {
      for unit in layer.units(of: ground, in: city) {
        try writer.write(
          unit.values.map(TableCell.text), geometry: unit.boundary.map(WellKnownBinary.encode))
      }
    }
    for (layer, sink) in tables {
      try sink.write(Self.lines(layer.units(of: ground, in: city).map(\.values)))
    }
  }

  /// Gives the files their names.
  func finish() throws {
    for (_, writer) in areas { try writer.finish() }
    for (_, sink) in tables { try sink.finish() }
  }

  private static func lines(_ rows: [[String]]) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows { writer.write(row) }
    return writer.take()
  }
}
