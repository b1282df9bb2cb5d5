import Datasets
import Geometry
import Tabular
import Testing

/// A manifest with one of everything; the example for those who write manifests.
let exampleManifest = """
  name: hydrant
  title: Fire hydrants
  encoding: auto
  dialect: {delimiter: ","}
  fieldsMatch: subset
  missingValues: ["", "N/A"]
  primaryKey: [hydrant_no]
  fields:
    - name: hydrant_no
      title: Number
      type: string
      constraints: {required: true, maxLength: 12}
      gewu: {aliases: [No., 编号], title_zh: 编号}
    - name: checked_on
      type: date
      format: "%Y/%m/%d"
      gewu: {formats: ["%Y-%m-%d", "%Y年%m月%d日"]}
    - {name: kind, type: string, constraints: {enum: [ground, wall]}}
    - name: outlets
      type: integer
      groupChar: ","
      constraints: {minimum: 1, maximum: 9000}
      gewu: {column: 5}
    - {name: owner_id, gewu: {check: cn.resident-id, sensitive: personal}}
    - {name: lon, type: number}
    - {name: lat, type: number}
  gewu:
    title_zh: 消火栓
    department: Fire brigade
    files: ["hydrants-*.csv", "消火栓?.csv"]
    load: full
    dedupe: last
    location: {x: lon, y: lat, crs: gcj02}
    category: kind
    date: checked_on
    exposures: [{name: outlets, title: Outlets, field: outlets}]
    thresholds: {maxErrors: 5%, maxShrink: 40%}
  """

@Suite struct ManifestTests {
  @Test func `every part of a manifest is read`() throws {
    let manifest = try Manifest(yaml: exampleManifest, path: "hydrant.yaml")

    #expect(manifest.dataset == "hydrant")
    #expect(manifest.titleChinese == "消火栓")
    #expect(manifest.encoding == nil)
    #expect(manifest.fieldsMatch == .subset)
    #expect(manifest.missingValues == ["", "N/A"])
    #expect(manifest.primaryKey == ["hydrant_no"])
    #expect(manifest.load == .full)
    #expect(manifest.dedupe == .last)
    #expect(manifest.location == .coordinates(x: "lon", y: "lat", crs: .gcj02))
    #expect(manifest.category == "kind")
    #expect(manifest.date == "checked_on")
    #expect(manifest.exposures.map(\.title) == ["Outlets"])
    #expect(manifest.maximumErrors == .share(0.05))
    #expect(manifest.maximumShrink == 0.4)
    #expect(manifest.hash.count == 64)

    let number = try #require(manifest.field("hydrant_no"))
    #expect(number.constraints.isRequired && number.constraints.maximumLength == 12)
    #expect(number.isNamed(" no. ") && number.isNamed("编号") && !number.isNamed("n"))
    #expect(manifest.field("checked_on")?.formats == ["%Y/%m/%d", "%Y-%m-%d", "%Y年%m月%d日"])
    #expect(manifest.field("outlets")?.column == 5)
    #expect(manifest.field("outlets")?.groupCharacter == UInt8(ascii: ","))
    #expect(manifest.field("owner_id")?.checks.map(\.name) == ["cn.resident-id"])
    #expect(manifest.field("owner_id")?.sensitivity == .personal)
  }

  @Test func `file names choose the data set`() throws {
    let manifest = try Manifest(yaml: exampleManifest, path: "hydrant.yaml")
    #expect(manifest.matches(fileName: "Hydrants-2026-07.CSV"))
    #expect(manifest.matches(fileName: "消火栓1.csv"))
    #expect(!manifest.matches(fileName: "hydrants.csv"))
    let folder = try ManifestFolder(path: "m", manifests: [manifest])
    #expect(try folder.manifest(forFile: "/in/hydrants-1.csv").dataset == "hydrant")
    #expect(throws: DatasetsError.self) { try folder.manifest(forFile: "other.csv") }
    #expect(throws: DatasetsError.self) { try folder.manifest(dataset: "hydrants") }
    #expect(throws: DatasetsError.self) {
      try ManifestFolder(path: "m", manifests: [manifest, manifest])
    }
  }

  @Test func `any change of a rule changes the hash`() throws {
    let one = try Manifest(yaml: exampleManifest, path: "hydrant.yaml")
    let other = try Manifest(
      yaml: exampleManifest.replacing("maxLength: 12", with: "maxLength: 13"), path: "a.yaml")
    #expect(one.hash != other.hash)
  }

  private static let faults: [(String, String, String, ManifestFault)] = [
    ("load: full", "load: append", "m.yaml:31: gewu.load", .appendWithKey),
    ("%Y/%m/%d", "%m/%d", "m.yaml:16: fields[1].format", .badFormat("%m/%d", .noYear)),
    ("name: outlets\n", "name: id\n", "m.yaml:19: fields[3]", .reservedName("id")),
    ("name: hydrant\n", "name: Fire Hydrant\n", "m.yaml:1: name", .badDataset("Fire Hydrant")),
    (
      "x: lon, y: lat, crs: gcj02", "x: lon, y: lat", "m.yaml:33: gewu.location",
      .coordinatesIncomplete
    ),
    ("crs: gcj02", "crs: gcj03", "m.yaml:33: gewu.location.crs", .unknownCRS("gcj03")),
    (
      "category: kind", "category: kinds", "m.yaml:34: gewu.category",
      .noField("kinds", suggestion: "kind")
    ),
    (
      "type: integer", "type: int", "m.yaml:20: fields[3].type",
      .notOneOf(
        "int", known: ["string", "integer", "number", "date", "datetime", "boolean"],
        suggestion: nil)
    ),
  ]

  @Test(arguments: faults)
  func `a fault says where it is and what is wrong`(
    _ old: String, _ new: String, _ location: String, _ fault: ManifestFault
  ) {
    let text = exampleManifest.replacing(old, with: new, maxReplacements: 1)
    #expect(text != exampleManifest)
    let error = #expect(throws: DatasetsError.self) {
      try Manifest(yaml: text, path: "m.yaml")
    }
    #expect(error?.location == location)
    #expect(error?.fact == .manifest(fault))
  }

  @Test func `an unknown key is a fault with the key that was meant`() {
    let text = exampleManifest.replacing("fields:\n", with: "feilds:\n", maxReplacements: 1)
    let error = #expect(throws: DatasetsError.self) {
      try Manifest(yaml: text, path: "m.yaml")
    }
    guard case .manifest(.unknownKey("feilds", suggestion: "fields", known: _)) = error?.fact else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.location == "m.yaml:8: feilds")
  }

  @Test func `text that is not YAML is a fault`() {
    let error = #expect(throws: DatasetsError.self) {
      try Manifest(yaml: "name: [a\nb: {", path: "m.yaml")
    }
    guard case .manifest(.notYAML) = error?.fact else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `two data sets with one table are refused`() throws {
    let manifests = try ["a-b", "a_b"].map {
      try Manifest(yaml: "name: \($0)\nfields: [{name: v}]", path: "\($0).yaml")
    }
    let error = #expect(throws: DatasetsError.self) {
      try ManifestFolder(path: "m", manifests: manifests)
    }
    #expect(error?.path == "a_b.yaml")
    #expect(
      error?.fact == .folder(.sameTable(dataset: "a_b", other: "a-b", path: "a-b.yaml")))
  }

  @Test func `a code table takes code or label, and no text may mean two codes`() throws {
    func table(_ text: String) throws -> CodeTable {
      try CodeTable(
        file: TextFile(file: FileBytes(path: "codes.csv", copying: Array(text.utf8))))
    }
    let kinds = try table("code,label\n1,男\n2,女\n")
    #expect(kinds.meanings == ["1": "1", "男": "1", "2": "2", "女": "2"])
    #expect(throws: DatasetsError.self) { try table("code,label\n1,2\n2,3\n") }
    #expect(throws: DatasetsError.self) { try table("kode,label\n1,2\n") }
  }

  @Test(arguments: [("100", 100, 101), ("5%", 5, 6), ("0", 0, 1)])
  func `a limit on errors is a number or a share`(_ text: String, _ kept: Int, _ refused: Int) {
    let limit = ErrorLimit(text)
    #expect(limit?.isExceeded(refused: kept, read: 100) == false)
    #expect(limit?.isExceeded(refused: refused, read: 100) == true)
    #expect(ErrorLimit("-1") == nil && ErrorLimit("101%") == nil && ErrorLimit("few") == nil)
  }
}
