import Tabular
import Testing

private func sniff(_ bytes: [UInt8]) -> SniffedFormat {
  bytes.withUnsafeBytes { TableFormat.sniff($0) }
}

private func sniff(_ text: String) -> SniffedFormat { sniff(Array(text.utf8)) }

/// An OLE 2 container with one stream of that name in its directory.
private func container(_ stream: String) -> [UInt8] {
  var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  bytes += [UInt8](repeating: 0, count: 504)
  for name in ["Root Entry", stream] {
    var entry = [UInt8](repeating: 0, count: 128)
    for (index, letter) in name.utf8.enumerated() { entry[2 * index] = letter }
    entry[64] = UInt8(2 * name.utf8.count + 2)
    bytes += entry
  }
  return bytes
}

@Suite struct SniffingTests {
  @Test func `binary marks decide`() {
    #expect(sniff([0, 0, 0x27, 0x0A, 0, 0]) == .table(.shapefile))
    #expect(sniff("SQLite format 3\0…") == .table(.geopackage))
    #expect(sniff("%PDF-1.7") == .pdf)
    #expect(sniff([0x1F, 0x8B, 0x08, 0]) == .archive)
    #expect(sniff([0x09, 0x08, 0x10, 0, 0, 6]) == .table(.xls))
  }

  @Test func `a ZIP archive is known by the names in it`() {
    #expect(sniff("PK\u{3}\u{4}…[Content_Types].xml…xl/workbook.xml") == .table(.xlsx))
    #expect(sniff("PK\u{3}\u{4}…[Content_Types].xml…") == .table(.xlsx))
    #expect(sniff("PK\u{3}\u{4}…[Content_Types].xml…xl/workbook.bin") == .binaryWorkbook)
    #expect(sniff("PK\u{3}\u{4}…[Content_Types].xml…word/document.xml") == .otherOfficeFile)
    #expect(
      sniff("PK\u{3}\u{4}…mimetypeapplication/vnd.oasis.opendocument.spreadsheet") == .openDocument)
    #expect(sniff("PK\u{3}\u{4}…roads.shp…roads.dbf") == .zippedShapefile)
  }

  @Test func `an OLE 2 container is known by its streams`() {
    #expect(sniff(container("Workbook")) == .table(.xls))
    #expect(sniff(container("Book")) == .table(.xls))
    #expect(sniff(container("EncryptedPackage")) == .encryptedWorkbook)
    #expect(sniff(container("WordDocument")) == .otherOfficeFile)
    #expect(sniff([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .otherOfficeFile)
  }

  @Test(arguments: [
    "<html><body>", "\u{FEFF}\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
    "<table border=1>", "<!DOCTYPE html>", "<?xml version=\"1.0\"?><html>", "<meta charset=gbk>",
    "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nContent-Type: text/html",
  ])
  func `a web page is a web page`(_ text: String) {
    #expect(sniff(text) == .html)
  }

  @Test func `other markup and JSON are named`() {
    let workbook =
      "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
      + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
    #expect(sniff(workbook) == .spreadsheetXML)
    #expect(sniff("<?xml version=\"1.0\"?><kml>") == .foreign(.kml))
    #expect(sniff("{\"a\": 1}") == .json)
    #expect(sniff("[\n {\"a\": 1}]") == .json)
  }

  @Test func `GeoJSON is known with and without byte order mark and as a sequence`() {
    #expect(sniff("{\"type\":\"FeatureCollection\"") == .table(.geojson))
    #expect(sniff("\u{FEFF} {\"type\":\"FeatureCollection\"") == .table(.geojson))
    #expect(sniff("\u{1E}{\"type\":\"Feature\"") == .table(.geojson))
  }

  @Test(arguments: ["", "a,b\n", "<5,b\n", "[a],b\n", "\t编号\n", "格网,1"])
  func `whatever shows no mark is delimited text`(_ text: String) {
    #expect(sniff(text) == .table(.csv))
  }

  @Test func `text in UTF-16 is delimited text, and a web page in it is a web page`() {
    #expect(sniff([0xFF, 0xFE, 0x61, 0, 0x09, 0, 0x62, 0]) == .table(.csv))
    let page: [[UInt8]] = "<html>".utf8.map { [0, $0] }
    #expect(sniff([0xFE, 0xFF] + page.joined()) == .html)
  }

  @Test func `formats that GDAL reads are known by their beginning`() {
    #expect(sniff("<?xml version=\"1.0\"?>\n<kml xmlns=\"a\">") == .foreign(.kml))
    #expect(
      sniff("<a:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">") == .foreign(.gml))
    #expect(sniff("!table\n!version 300\n") == .foreign(.mapInfoTable))
    #expect(sniff("Version 300\r\nCharset \"x\"\r\nColumns 1\r\n") == .foreign(.mapInfoInterchange))
    #expect(sniff("  0\r\nSECTION\r\n  2\r\nHEADER\r\n") == .foreign(.dxf))
    #expect(sniff("999\nmade by x\n0\nSECTION\n2\nENTITIES\n") == .foreign(.dxf))
    #expect(sniff(Array("AutoCAD Binary DXF\r\n".utf8) + [0x1A, 0]) == .foreign(.dxf))
    #expect(sniff(Array("fgb\u{3}fgb\0".utf8)) == .foreign(.flatGeobuf))
    #expect(sniff("{\"type\":\"Topology\",\"objects\":{},\"arcs\":[]}") == .foreign(.topoJSON))
    // Tables that begin in a similar way.
    #expect(sniff("0\n1\n") == .table(.csv))
    #expect(sniff("Version ,x\n1,2\n") == .table(.csv))
  }

  @Test func `what is not read says what it is and what to do`() {
    let error = #expect(throws: TabularError.self) {
      throw SniffedFormat.encryptedWorkbook.fault(path: "低保.xlsx")
    }
    #expect(error?.kind == .unknownFormat)
    #expect(error?.path == "低保.xlsx" && error?.fact == .format(.encryptedWorkbook))
  }
}
