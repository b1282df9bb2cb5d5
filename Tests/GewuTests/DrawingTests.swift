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

  private func request(
    _ sample: Sample, _ drawing: String, allowsInvalid: Bool = true
  ) throws -> GridLoadRequest {
    GridLoadRequest(
      file: try sample.write(drawing, as: "grid.dxf"), level: "grid", codeField: "Text",
      crs: try CRSName("EPSG:4547"), activates: true, allowsInvalid: allowsInvalid)
  }

  private func rectangle(_ west: Int, _ south: Int, _ east: Int, _ north: Int) -> String {
    entity((0, "LWPOLYLINE"), (8, "GRID"), (90, "4"), (70, "1"))
      + [(west, south), (east, south), (east, north), (west, north)]
      .map { "10\n\(500_000 + $0.0)\n20\n\(4_300_000 + $0.1)\n" }.joined()
  }

  private func label(_ x: Int, _ y: Int, _ text: String, at place: (Int, Int)? = nil) -> String {
    let (east, north) = (500_000, 4_300_000)
    let aligned =
      place.map {
        entity(
          (72, "1"), (73, "2"), (11, "\(east + $0.0).0"), (21, "\(north + $0.1).0"))
      } ?? ""
    return entity(
      (0, "TEXT"), (8, "LABEL"), (10, "\(east + x).0"), (20, "\(north + y).0"), (40, "50"),
      (1, text))
      + aligned
  }

  private func entities(_ parts: [String]) -> String {
    entity((0, "SECTION"), (2, "ENTITIES")) + parts.joined()
      + entity((0, "ENDSEC"), (0, "EOF"))
  }

  /// OSGeo/gdal#1779: GDAL gives the start of the line, where an aligned text does not stand.
  @Test func `an aligned text is the code of the cell that it stands in`() throws {
    // Narrow cells, whose centred codes begin in the cell to the west.
    var parts: [String] = []
    for place in 0..<4 {
      let west = 300 * place
      parts.append(rectangle(west, 0, west + 300, 1000))
      parts.append(label(west - 100, 500, "00\(place)", at: (west + 150, 500)))
    }
    let sample = try Sample(levels: ["grid"], srid: 4547)

    let report = try sample.district.loadGrids(
      request(sample, entities(parts), allowsInvalid: false))

    #expect(report.drawing?.lost == [] && report.drawing?.unlabelled == [])
    let west = try (0..<4).map { try sample.district.boundary(code: "00\($0)").boundary.box.minX }
    #expect(west == west.sorted() && Set(west).count == 4)
  }

  @Test func `labels outside and areas without one are refused together, and kept where allowed`()
    throws
  {
    let sample = try Sample(levels: ["grid"])

    #expect(
      throws: GridLoadFault.labelsAstray(
        file: sample.folder.appending(path: "grid.dxf").path, unlabelled: 1, lost: ["lost"])
    ) {
      try sample.district.loadGrids(request(sample, drawing(), allowsInvalid: false))
    }
  }

  /// r-spatial/sf#693: an area that is the whole of another one's hole.
  @Test func `what lies within a closed line is a cell, however deep`() throws {
    let sample = try Sample(levels: ["grid"], srid: 4547)
    let nested = entities([
      rectangle(0, 0, 2000, 2000), rectangle(500, 500, 1500, 1500), rectangle(700, 700, 1000, 1000),
      rectangle(1000, 700, 1300, 1000), rectangle(2000, 0, 4000, 2000),
      rectangle(2500, 500, 3000, 1000), label(100, 100, "1"), label(600, 600, "2"),
      label(800, 800, "3"), label(1200, 800, "4"), label(2100, 800, "5"), label(2700, 700, "6"),
    ])

    let report = try sample.district.loadGrids(request(sample, nested, allowsInvalid: false))

    #expect(report.check?.valid == true && report.drawing?.lost == [])
    // In degrees, as shares of all ground.
    let areas = try (1...6).map { try sample.district.boundary(code: "\($0)").boundary.area }
    let drawn: [Double] = [3_000_000, 820_000, 90_000, 90_000, 3_750_000, 250_000]
    for (area, metres) in zip(areas, drawn) {
      #expect(abs(area / areas.reduce(0, +) - metres / 8_000_000) < 1e-4)
    }
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
