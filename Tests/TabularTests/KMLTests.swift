import Foundation
import Tabular
import Testing

private let hasGDAL = ["/usr/bin/ogr2ogr", "/usr/local/bin/ogr2ogr"].contains {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// KML of which GDAL would leave out or change a part.
@Suite(.enabled(if: hasGDAL)) struct `KML before GDAL reads it` {
  private static let shell = "116,39 117,39 117,40 116,40 116,39"
  private static let holes = [
    "116.2,39.2 116.4,39.2 116.4,39.4 116.2,39.4 116.2,39.2",
    "116.6,39.6 116.8,39.6 116.8,39.8 116.6,39.8 116.6,39.6",
  ]

  private static func ring(_ positions: String) -> String {
    "<LinearRing><coordinates>\(positions)</coordinates></LinearRing>"
  }

  private static func polygon(_ shell: String, _ inner: String = "") -> String {
    "<Polygon><outerBoundaryIs>\(ring(shell))</outerBoundaryIs>\(inner)</Polygon>"
  }

  private static func document(_ geometry: String, _ data: String = "", type: String = "int")
    -> String
  {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">\
    <Document><name>街道</name><Schema name="s" id="s">
    <SimpleField type = '\(type)'  name="code"/><gx:SimpleField name="type=a" type="string"/></Schema>
    <Placemark><name>甲</name>\(polygon(shell))</Placemark>
    <Placemark><name>乙</name><description>x</description>\(data)\(geometry)</Placemark>
    </Document></kml>
    """
  }

  /// Writes a text, or an archive of it, and reads it.
  private func read(_ text: String, _ format: ForeignFormat) throws -> FeatureTable {
    let path = NSTemporaryDirectory() + "gewu-\(UUID().uuidString).\(format.rawValue)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var bytes = Array(text.utf8)
    if format == .kmz {
      bytes = SyntheticZip(entries: [.init(name: "doc.kml", content: bytes)]).bytes
    }
    try Data(bytes).write(to: URL(filePath: path))
    return try FeatureTable(reading: ForeignTable(format, file: FileBytes(path: path)))
  }

  // openlayers/openlayers#12407
  @Test(arguments: [ForeignFormat.kml, .kmz])
  func `a hole that GDAL would fill is refused with its placemark`(format: ForeignFormat) throws {
    let both = "<innerBoundaryIs>\(Self.holes.map(Self.ring).joined())</innerBoundaryIs>"
    let each = Self.holes.map { "<innerBoundaryIs>\(Self.ring($0))</innerBoundaryIs>" }.joined()

    let error = #expect(throws: TabularError.self) {
      try read(Self.document(Self.polygon(Self.shell, both)), format)
    }
    let whole = try read(Self.document(Self.polygon(Self.shell, each)), format)

    #expect(error?.fact == .foreign(.lost(format, .holeRings, count: 2, placemark: 2)))
    #expect(error?.kind == .unsupported)
    #expect(whole.features.count == 2)
  }

  @Test(
    arguments: [
      (
        "<Polygon><outerBoundaryIs>\(ring(shell))\(ring(holes[0]))</outerBoundaryIs></Polygon>",
        .shellRings, 2
      ),
      (
        "<Polygon><outerBoundaryIs>\(ring(shell))</outerBoundaryIs><outerBoundaryIs>\(ring(shell))"
          + "</outerBoundaryIs></Polygon>", .shells, 2
      ),
      (
        polygon(shell) + polygon(shell) + "<Point><coordinates>1,2</coordinates></Point>",
        .geometries, 3
      ),
      (
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>116,39 117,39</coordinates>"
          + "<coordinates>117,40 116,39</coordinates></LinearRing></outerBoundaryIs></Polygon>",
        .coordinates, 2
      ),
    ] as [(String, ForeignFact.Loss, Int)])
  func `what else GDAL would leave out is refused`(
    geometry: String, loss: ForeignFact.Loss, count: Int
  ) {
    let error = #expect(throws: TabularError.self) { try read(Self.document(geometry), .kml) }

    #expect(
      error?.fact == .foreign(.lost(.kml, loss, count: count, placemark: 2)))
  }

  @Test(arguments: [
    (
      "<SchemaData schemaUrl=\"#s\"><SimpleData name=\"code\">1</SimpleData>"
        + "<SimpleData name=\"code\">2</SimpleData></SchemaData>", "code"
    ),
    (
      "<Data name=\"kind\"><value>a</value></Data><Data name=\"kind\"><value>b</value></Data>",
      "kind"
    ),
  ])
  func `two values of a field, of which GDAL would take the last, are refused`(
    data: String, field: String
  ) throws {
    let text = Self.document(Self.polygon(Self.shell), "<ExtendedData>\(data)</ExtendedData>")
    let error = #expect(throws: TabularError.self) { try read(text, .kml) }
    let named = #expect(throws: TabularError.self) {
      try read(Self.document(Self.polygon(Self.shell), "<name>丙</name>"), .kmz)
    }

    #expect(
      error?.fact == .foreign(.fieldTwice(.kml, field: field, placemark: 2)))
    #expect(
      named?.fact == .foreign(.fieldTwice(.kmz, field: "name", placemark: 2)))
  }

  @Test func `several geometries in a MultiGeometry are read`() throws {
    let several =
      "<MultiGeometry>\(Self.polygon(Self.shell))\(Self.polygon(Self.shell))</MultiGeometry>"
    #expect(try read(Self.document(several), .kml).features.count == 2)
  }

  @Test(arguments: [ForeignFormat.kml, .kmz], ["int", "double", "string"])
  func `a field that is declared a number keeps its zeros`(
    format: ForeignFormat, type: String
  ) throws {
    let data = """
      <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="code">007</SimpleData>\
      </SchemaData></ExtendedData>
      """

    let table = try read(Self.document(Self.polygon(Self.shell), data, type: type), format)

    let code = try #require(table.fields.firstIndex(of: "code"))
    #expect(table.features.map { $0.values[code] } == [nil, "007"])
    #expect(table.features.map { $0.kinds[code] } == [.text, .text])
  }
}
