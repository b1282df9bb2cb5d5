import Datasets
import Foundation
import Gewu

extension TestDistrict {
  /// Imports features as a data set keyed by their `code`.
  ///
  /// - Parameters:
  ///   - geometries: a geometry as JSON each, of the type `line` or `polygon`.
  ///   - sensitivity: its level, as the manifest has it; nil where it says nothing.
  func importFeatures(
    _ geometries: [String], as dataset: String, type: String, sensitivity: Int? = 1
  ) throws {
    let features = geometries.enumerated().map { index, geometry in
      #"{"type":"Feature","properties":{"code":"f\#(index)","name":"路 \#(index)","#
        + #""class":"main","lanes":\#(index + 1),"lit":"1","owner":"Li Si","note":"n","#
        + #""phone":"1"},"geometry":\#(geometry)}"#
    }
    let file = folder.appending(path: "\(dataset).geojson")
    try (#"{"type":"FeatureCollection","features":["# + features.joined(separator: ",\n") + "]}")
      .write(to: file, atomically: true, encoding: .utf8)
    let level = sensitivity.map { "sensitivity: \($0)" } ?? ""
    _ = try district.importFile(
      at: file.path,
      manifest: Manifest(
        yaml: """
          name: \(dataset)
          primaryKey: [code]
          fields:
            - {name: code}
            - {name: name}
            - {name: class, constraints: {enum: [main, side]}}
            - {name: lanes, type: integer}
            - {name: lit, type: boolean}
            - {name: owner, gewu: {sensitive: personal}}
            - {name: note}
            - {name: phone}
          gewu:
            load: full
            subject: place
            subjectMap: {code: code, name: name, lanes: lanes, lit: lit, owner: owner}
            location: {geometry: {type: \(type), crs: file}}
            \(level)
          """, path: "\(dataset).yaml"))
  }

  /// A line from one position to another as GeoJSON.
  static func line(_ x: Double, _ y: Double, _ endX: Double, _ endY: Double) -> String {
    #"{"type":"LineString","coordinates":[[\#(x),\#(y)],[\#(endX),\#(endY)]]}"#
  }
}
