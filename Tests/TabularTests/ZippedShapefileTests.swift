import Tabular
import Testing

@Suite struct ZippedShapefileTests {
  private func archive(_ names: [String], folder: String = "格/") -> FileBytes {
    let shape = SyntheticShapefile.shape([[(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)]])
    let table = SyntheticShapefile.dbf(
      [.init(name: Array("code".utf8))], [[Array("007".utf8)]])
    var zip = SyntheticZip()
    for name in names {
      zip.entries.append(
        .init(name: "\(folder)\(name).SHP", content: SyntheticShapefile.shp([shape])))
      zip.entries.append(.init(name: "\(folder)\(name).dbf", content: table))
      zip.entries.append(.init(name: "\(folder)\(name).cpg", content: Array("UTF-8".utf8)))
    }
    return FileBytes(path: "a.zip", copying: zip.bytes)
  }

  @Test func `the only Shapefile of an archive is read, in whatever folder`() throws {
    let file = archive(["网格"])

    #expect(TableFormat.sniff(file.bytes) == .zippedShapefile)
    let table = try ShapefileTable(zipped: file)
    let read = try TableRows(table)
    #expect(read.names == ["code"] && read.rows == [[.text("007")]])
    #expect(read.geometries == ["POLYGON((0 0,0 1,1 1,1 0,0 0))"])
    #expect(table.parts.map(\.path) == ["a.zip"])
  }

  @Test func `several Shapefiles in an archive are named`() {
    let error = #expect(throws: TabularError.self) {
      try ShapefileTable(zipped: archive(["a", "b"], folder: ""))
    }
    #expect(error?.fact == .shapefile(.severalInArchive(["a.shp", "b.shp"])))
  }
}
