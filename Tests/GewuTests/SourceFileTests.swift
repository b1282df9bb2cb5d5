import Datasets
import DemoDistrict
import Files
import Foundation
import Geometry
import Gewu
import Intake
import Tabular
import Testing

@Suite struct SourceFileTests {
  @Test func `the source of a Shapefile comes back as its files, and what it was read for is kept`()
    throws
  {
    let sample = try Sample()
    let path = sample.folder.appending(path: "things.shp").path
    let writer = try ShapefileWriter(
      path: path, shape: .point, columns: [.text("no", width: 6), .text("kind", width: 6)],
      texts: .utf8)
    let point = WellKnownBinary.encode(Coordinate(x: 116, y: 39))
    try writer.write([.text("1"), .text("a")], geometry: point)
    try writer.finish()
    let manifest = try Manifest(
      yaml: """
        name: thing
        primaryKey: [no]
        fields:
          - {name: no}
          - {name: kind}
        gewu:
          location: {geometry: {type: point, crs: wgs84}}
        """, path: "thing.yaml")
    let report = try sample.district.importFile(at: path, manifest: manifest)
    #expect(report.inserted == 1)
    let back = sample.folder.appending(path: "back.shp").path

    let written = try sample.district.exportSource(
      ofBatch: 1, to: back, purpose: ReadPurpose("audit"))

    #expect(written.paths.count >= 3)
    var bytes = 0
    for path in written.paths {
      let ending = try #require(path.split(separator: ".").last)
      let content = try Data(contentsOf: URL(filePath: path))
      let source = try Data(contentsOf: sample.folder.appending(path: "things.\(ending)"))
      #expect(content == source)
      bytes += content.count
    }
    #expect(written.bytes == bytes)
    #expect(throws: BatchFault.noBatch(2)) {
      try sample.district.exportSource(ofBatch: 2, to: back, purpose: ReadPurpose("audit"))
    }
    #expect(throws: OutputError.self) {
      try sample.district.exportSource(
        ofBatch: 1, to: sample.folder.appending(path: "gewu.sqlite").path,
        purpose: ReadPurpose("audit"))
    }
  }
}
