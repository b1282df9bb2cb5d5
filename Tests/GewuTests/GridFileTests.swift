import Foundation
import Geometry
import Gewu
import Testing
import Warehouse
import Words

/// What programs write besides one polygon and one text a cell.
@Suite struct `Files of cells as programs write them` {
  /// A feature with a square, one degree wide, or any other geometry.
  private func feature(_ code: String, west: Int, geometry: String? = nil) -> String {
    let square = """
      {"type":"Polygon","coordinates":[[[\(west),0],[\(west + 1),0],[\(west + 1),1],[\(west),1],\
      [\(west),0]]]}
      """
    return #"{"type":"Feature","properties":{"code":\#(code)},"geometry":\#(geometry ?? square)}"#
  }

  private func load(
    _ features: [String], merging: Bool = false, sample: Sample? = nil
  ) throws -> [String] {
    let sample = try sample ?? Sample(levels: ["grid"])
    var request = GridLoadRequest(
      file: try sample.write(Sample.collection(features), as: "cells.geojson"), level: "grid",
      codeField: "code", activates: true)
    request.mergesParts = merging
    _ = try sample.district.loadGrids(request)
    return try sample.district.grids(level: "grid").map(\.code)
  }

  @Test func `a collection of polygons is a boundary, its lines left out`() throws {
    let collection = """
      {"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],\
      [0,1],[0,0]]]},{"type":"LineString","coordinates":[[1,1],[2,2]]}]}
      """
    let sample = try Sample(levels: ["grid"])

    let codes = try load(
      [feature("\"a\"", west: 0, geometry: collection), feature("\"b\"", west: 1)], sample: sample)

    #expect(codes == ["a", "b"])
    #expect(try sample.district.boundary(code: "a").boundary.area == 1)
  }

  @Test func `a collection without a surface is refused`() {
    let lines = """
      {"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,1],[2,2]]}]}
      """
    let fault = #expect(throws: GridLoadFault.self) {
      try load([feature("\"a\"", west: 0, geometry: lines)])
    }
    guard case .badBoundary(1, _, "a", .geometry(.unexpectedKind)) = fault else {
      Issue.record("another fault: \(String(describing: fault))")
      return
    }
  }

  /// A square between two corners, in degrees.
  private func box(_ code: String, _ west: Double, _ south: Double, _ east: Double, _ north: Double)
    -> String
  {
    feature(
      "\"\(code)\"", west: 0,
      geometry: """
        {"type":"Polygon","coordinates":[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],\
        [\(west),\(north)],[\(west),\(south)]]]}
        """)
  }

  /// libgeos/geos#889.
  @Test func `parts whose positions lie on each other's edges are joined without losing ground`()
    throws
  {
    let sample = try Sample(levels: ["street", "grid"], srid: 4326)
    var request = GridLoadRequest(
      file: try sample.write(
        Sample.collection([
          box("a", 0.25, 0.5, 1, 1), box("a", 0, 0, 0.25, 1), box("a", 0.25, 0, 0.5, 0.5),
          box("a", 0.5, 0, 1, 0.5), box("b", 1, 0, 2, 0.5), box("b", 1, 0.5, 2, 1),
          box("b", 1.5, 0, 2.5, 1),
        ]), as: "cells.geojson"), level: "grid", codeField: "code", activates: true)
    request.mergesParts = true

    let report = try sample.district.loadGrids(request)

    #expect(report.check?.valid == true && report.overlapping == ["b"])
    #expect(
      report.summary.english.contains(
        "joined: 1 cells whose parts overlap, what they share counts once (b)"))
    #expect(report.summary.chinese.contains("合并了 1 个各部分相互重叠的单元，重叠处只计一次（b）"))
    #expect(try sample.district.boundary(code: "a").boundary.area == 1)
    #expect(try sample.district.boundary(code: "b").boundary.area == 1.5)
    #expect(try sample.district.locate(Coordinate(x: 0.75, y: 0.75)).grid?.code == "a")
  }

  @Test func `a level above cells that do not fit has all their ground`() throws {
    let sample = try Sample(levels: ["street", "grid"], srid: 4326)
    let features = [
      box("1", 0, 0, 1, 2), box("2", 1, 0, 2, 1), box("3", 1, 1, 2, 2), box("4", 2, 0, 3, 2),
    ].enumerated().map { number, text in
      text.replacing("{\"code\"", with: "{\"street\":\"\(number < 3 ? "A" : "B")\",\"code\"")
    }
    let request = GridLoadRequest(
      file: try sample.write(Sample.collection(features), as: "cells.geojson"), level: "grid",
      codeField: "code", parentField: "street", activates: true, allowsInvalid: true)

    let report = try sample.district.loadGrids(request)

    let kinds = Set(report.check?.levels.flatMap(\.problems).map(\.kind) ?? [])
    #expect(kinds == ["t_junction", "mismatched_edge"])
    #expect(try sample.district.boundary(code: "A").boundary.area == 4)
    #expect(try sample.district.boundary(code: "B").boundary.area == 2)
  }

  @Test func `parts that cannot be joined are refused with the place`() throws {
    let bow = """
      {"type":"Polygon","coordinates":[[[4,0],[6,2],[6,0],[4,3],[4,0]]]}
      """
    let fault = #expect(throws: GridLoadFault.self) {
      try load(
        [feature("\"a\"", west: 0), feature("\"a\"", west: 0, geometry: bow)], merging: true)
    }
    guard case .partsNotJoined("a", 1, _, let at) = fault else {
      Issue.record("another fault: \(String(describing: fault))")
      return
    }
    #expect(at.x > 5 && at.x < 6)
  }

  @Test func `several features of one code are refused, or joined where that is asked for`() throws
  {
    let features = [
      feature("\"a\"", west: 0), feature("\"b\"", west: 3), feature("\"a\"", west: 1),
      feature("\"a\"", west: 5),
    ]
    let sample = try Sample(levels: ["grid"])

    let fault = #expect(throws: GridFileFaults.self) { try load(features) }
    let codes = try load(features, merging: true, sample: sample)

    #expect(fault?.count == 2)
    #expect(codes == ["a", "b"])
    let boundary = try sample.district.boundary(code: "a").boundary
    #expect(boundary.area == 3)
    // Two squares that touch are one part, the one apart is another.
    #expect(boundary.polygons.count == 2)
  }

  @Test func `codes of other types are read where they have all their digits`() throws {
    let codes = try load([
      feature("1.10105001001001e14", west: 0), feature("110105001001002.0", west: 1),
      feature("7", west: 2), feature("12345678901234567890", west: 3),
    ])

    #expect(
      codes.sorted()
        == ["110105001001001", "110105001001002", "12345678901234567890", "7"].sorted())
  }

  @Test(arguments: ["1.1e14", "1.5", "true", "[1,2]", "{\"a\":1}", "1e-3"])
  func `what has not all digits, or is no code, is refused`(value: String) {
    let fault = #expect(throws: GridFileFault.self) { try load([feature(value, west: 0)]) }

    guard case .notACode(.feature(1, _)) = fault else {
      Issue.record("another fault: \(String(describing: fault))")
      return
    }
  }

  @Test func `blanks around a code are no part of it`() throws {
    let fault = #expect(throws: GridFileFaults.self) {
      try load([
        feature("\"a\"", west: 0), feature("\"a \"", west: 1), feature("\"\u{3000}a\"", west: 2),
      ])
    }
    #expect(fault?.count == 2)
    #expect(
      try load([feature("\"a \"", west: 0), feature("\"b\u{200B}\"", west: 1)]) == ["a", "b"])
  }

  @Test func `all that is wrong is named, by feature and code, up to a limit`() throws {
    let open = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#
    let empty = #"{"type":"Polygon","coordinates":[]}"#
    let bad = [
      feature("\"a\"", west: 0, geometry: open), feature("\"b\"", west: 1, geometry: empty),
      feature("null", west: 2), feature("true", west: 3),
    ]
    let many = (0..<30).map { feature("\"m\($0)\"", west: 9, geometry: empty) }

    let faults = try #require(#expect(throws: GridFileFaults.self) { try load(bad + many) })

    #expect(faults.count == 34 && faults.faults.count == GridFileFaults.shown)
    guard case .badBoundary(1, _, "a", .unreadable) = faults.faults[0] as? GridLoadFault else {
      Issue.record("the open ring: \(faults.faults[0])")
      return
    }
    let plain = faults.faults.dropFirst().prefix(3).compactMap { $0 as? GridFileFault }
    let file = faults.file
    #expect(
      plain == [
        .noBoundary(.feature(2, file: file), code: "b"), .noCode(.feature(3, file: file)),
        .notACode(.feature(4, file: file)),
      ])
  }
}
