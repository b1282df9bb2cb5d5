import Datasets
import Geometry
import Gewu

extension Sample {
  /// Imports positions (WGS-84) as a data set keyed by their place in the list.
  ///
  /// - Parameters:
  ///   - subject: what its rows are about, as a manifest says it.
  ///   - rows: rows of the file beside them: number, longitude, latitude.
  func importPlaces(
    _ places: [Coordinate], as dataset: String, subject: String = "none", and rows: [String] = []
  ) throws {
    let lines = places.enumerated().map { "\($0),\($1.x),\($1.y)" } + rows
    _ = try district.importFile(
      at: write("number,lon,lat\n" + lines.joined(separator: "\n"), as: "\(dataset).csv"),
      manifest: Manifest(
        yaml: """
          name: \(dataset)
          primaryKey: [number]
          fields:
            - {name: number}
            - {name: lon, type: number}
            - {name: lat, type: number}
          gewu:
            load: full
            subject: \(subject)
            location: {x: lon, y: lat, crs: wgs84}
          """, path: "\(dataset).yaml"))
  }
}
