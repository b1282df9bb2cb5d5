import Tabular
import Testing

/// Real files, read whole; the counts are those of `ogrinfo -so -al` (GDAL 3.6.2).
@Suite(.enabled(if: RealData.isPresent)) struct FeatureFileRealDataTests {
  private func shapefile(_ name: String, declared: TextEncoding? = nil) throws -> FeatureTable {
    try FeatureTable(
      reading: ShapefileTable(file: FileBytes(path: RealData.path(name)), declared: declared))
  }

  @Test(arguments: [
    ("leeds/lsoa.geojson", 482, "CRS84"), ("leeds/msoa.geojson", 107, "CRS84"),
    ("leeds/wards.geojson", 33, "CRS84"), ("leeds/oa.geojson", 2543, "CRS84"),
    ("nyc/nta.geojson", 195, "CRS84"), ("nyc/borough.geojson", 5, "CRS84"),
    ("china/province.geojson", 42, "EPSG:4490"),
    ("la311/neighborhood_councils_certified.geojson", 99, "CRS84"),
    ("files/shp/fiona/data/issue627.geojson", 3, "CRS84"),
    ("files/shp/fiona/data/trio.geojson", 3, "CRS84"),
  ]) func `GeoJSON is read whole`(name: String, count: Int, crs: String) throws {
    let path = RealData.path(name)

    let table = try FeatureTable(reading: GeoJSONTable(file: FileBytes(path: path)))

    #expect(table.features.count == count)
    #expect(table.features.allSatisfy { $0.geometry != nil })
    #expect(table.crs == crs)
  }

  @Test(arguments: [
    ("nyc/nyct2010_20a/nyct2010.shp", 2165), ("china/shanghai_shp/区县界_area.shp", 17),
    ("china/shenzhen/sz.shp", 10), ("statistics/stl/stl_hom.shp", 78),
    ("files/shp/fiona/data/coutwildrnp.shp", 67), ("files/shp/fiona/data/gre.shp", 1),
    ("files/shp/postgis_loader/ArcZ.shp", 1), ("files/shp/postgis_loader/MultiPointM.shp", 1),
    ("files/shp/postgis_loader/PointZ.shp", 3), ("files/shp/postgis_loader/PolygonM.shp", 1),
    ("files/shp/postgis_loader/MultiToSinglePoint.shp", 66),
  ]) func `Shapefiles are read whole`(name: String, count: Int) throws {
    let table = try shapefile(name)

    #expect(table.features.count == count)
    #expect(table.features.allSatisfy { $0.geometry != nil })
  }

  @Test func `names in GBK and codes with leading noughts arrive as they are`() throws {
    let shanghai = try shapefile("china/shanghai_shp/区县界_area.shp")
    let name = try #require(shanghai.fields.firstIndex(of: "NAME"))
    let names = shanghai.features.map { $0.values[name] }
    #expect(names.first == "宝山区" && names.contains("浦东新区"))
    #expect(shanghai.crs?.hasPrefix("GEOGCS[\"GCS_WGS_1984\"") == true)

    let tracts = try shapefile("nyc/nyct2010_20a/nyct2010.shp")
    let code = try #require(tracts.fields.firstIndex(of: "CT2010"))
    #expect(tracts.features[0].values[code] == "000900")
  }

  @Test(arguments: [
    (
      "files/shp/fiona/data/test_tin.shp",
      ShapefileFact.type(31, record: 1)
    )
  ]) func `what is not read is refused with its reason`(name: String, reason: ShapefileFact) {
    let error = #expect(throws: TabularError.self) {
      try shapefile(name)
    }
    #expect(error?.fact == .shapefile(reason))
  }

  @Test func `a table with a memo is refused`() throws {
    let path = RealData.path("files/shp/dbfread/testcases/memotest.dbf")
    let error = #expect(throws: TabularError.self) {
      try DBFReader(FileBytes.array(at: path), file: path)
    }
    #expect(error?.fact == .dbf(.unreadField(3, type: "M")))
  }

  @Test func `a table in Latin-1 whose header says nothing is refused until somebody names it`()
    throws
  {
    let error = #expect(throws: TabularError.self) {
      try table("files/shp/postgis_loader/Latin1.dbf")
    }
    #expect(error?.fact == .dbf(.unlikely(record: 1)))
    let named = try table("files/shp/postgis_loader/Latin1.dbf", TextEncoding(named: "latin1"))
    #expect(!named.isEncodingGuessed)
    #expect(try first(of: named) == ["Tårneby in Våler I Solør kommune"])
  }

  @Test func `a table in Latin-1 is read when its header says so`() throws {
    let table = try table("files/shp/postgis_loader/Latin1-implicit.dbf")
    #expect(try first(of: table) == ["Tårneby in Våler I Solør kommune"])
  }

  /// A Shapefile of as many empty shapes as a table has records.
  private func table(_ name: String, _ declared: TextEncoding? = nil) throws -> ShapefileTable {
    let path = RealData.path(name)
    let dbf = try FileBytes.array(at: path)
    let count = try DBFReader(dbf, file: path).recordCount
    let shapes = Array(repeating: SyntheticShapefile.shape([]), count: count)
    return try ShapefileTable(
      ShapefileParts(shp: SyntheticShapefile.shp(shapes), dbf: dbf), file: path, declared: declared)
  }

  private func first(of table: ShapefileTable) throws -> [String?]? {
    try FeatureTable(reading: table).features.first?.values
  }
}
