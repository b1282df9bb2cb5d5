import Foundation
import Geometry
import Gewu
import Projections
import Testing

/// Drawings: lines that enclose cells, and texts that stand in them.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ogr2ogr")))
struct `Boundaries of a drawing` {
  private func entity(_ pairs: (Int, String)...) -> String {
    pairs.map { "\($0.0)\n\($0.1)\n" }.joined()
  }

  private func line(_ a: (Double, Double), _ b: (Double, Double)) -> String {
    entity(
      (0, "LINE"), (8, "GRID"), (10, "\(a.0)"), (20, "\(a.1)"), (11, "\(b.0)"), (21, "\(b.1)"))
  }

  private func text(_ x: Double, _ y: Double, _ text: String) -> String {
    entity((0, "TEXT"), (8, "LABEL"), (10, "\(x)"), (20, "\(y)"), (40, "1"), (1, text))
  }

  /// A square of 100 m, another of three lines beside it, a third without a label, and a line that
  /// leads nowhere.
  private func drawing(_ more: String = "") -> String {
    let square = [(0, 0), (100, 0), (100, 100), (0, 100)]
      .map { "10\n\($0.0)\n20\n\($0.1)\n" }.joined()
    return entity((0, "SECTION"), (2, "ENTITIES"))
      + entity((0, "LWPOLYLINE"), (8, "GRID"), (90, "4"), (70, "1")) + square
      + line((100, 0), (200, 0)) + line((200, 0), (200, 100)) + line((200, 100), (100, 100))
      + line((200, 0), (300, 0)) + line((300, 0), (300, 100)) + line((300, 100), (200, 100))
      + line((400, 0), (500, 0)) + text(50, 50, "001") + text(150, 50, "002")
      + text(450, 50, "lost") + more + entity((0, "ENDSEC"), (0, "EOF"))
  }

  private func request(_ sample: Sample, _ drawing: String) throws -> GridLoadRequest {
    GridLoadRequest(
      file: try sample.write(drawing, as: "grid.dxf"), level: "grid", codeField: "Text",
      crs: try CRSName("EPSG:4547"), activates: true, allowsInvalid: true)
  }

  @Test func `closed lines are cells, the text in each is its code, and the rest is reported`()
    throws
  {
    let sample = try Sample(levels: ["grid"])

    let report = try sample.district.loadGrids(request(sample, drawing()))

    #expect(try sample.district.grids(level: "grid").map(\.code) == ["001", "002"])
    let found = try #require(report.drawing)
    #expect(found.openEnds == [Coordinate(x: 400, y: 0), Coordinate(x: 500, y: 0)])
    #expect(found.unlabelled.count == 1 && found.lost == ["lost"])
  }

  @Test func `an area with two labels is refused with both`() throws {
    let sample = try Sample(levels: ["grid"])

    let fault = #expect(throws: GridFileFault.self) {
      try sample.district.loadGrids(request(sample, drawing(text(60, 60, "003"))))
    }

    guard case .severalLabels(_, let labels) = fault else {
      Issue.record("another fault: \(String(describing: fault))")
      return
    }
    #expect(labels == ["001", "003"])
  }
}
