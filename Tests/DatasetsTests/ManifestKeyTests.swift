import Datasets
import Geometry
import Tabular
import Testing

@Suite struct ManifestKeyTests {
  /// A register of people with every key that the first data sets did not need.
  static let register = """
    name: low-income
    dialect: {headerRows: [2, 3], headerJoin: "-", sheetName: "人员*"}
    missingValues: ["", '\\N', 无]
    primaryKey: [resident_id, month]
    fields:
      - {name: resident_id, gewu: {checks: [cn.resident-id], masked: allow, normalize: [nfkc, upper]}}
      - {name: month}
      - {name: amount, type: number, constraints: {minimum: 1}, gewu: {severity: warning, unit: 元}}
      - {name: ended, type: date, gewu: {sentinels: ["2222-02-22"]}}
      - {name: x, type: number}
      - {name: y, type: number}
      - {name: grid_code}
      - {name: home}
      - {name: updated_at, type: datetime}
    gewu:
      dataset: cab_low_income
      department_zh: 民政局
      enabled: false
      footer: [合计, 填表人]
      load: partition
      partition: [month]
      rowHash: {exclude: [updated_at]}
      location:
        - {x: x, y: y, crs: EPSG:4549, axes: north-east}
        - {grid: {field: grid_code, level: grid}}
        - {address: home}
      thresholds: {maxErrors: 100, maxErrorRate: 5%, maxShrink: 40%}
      freshness: {warn: 40d, error: 70d}
      frequency: monthly
      sensitivity: 4
      subject: person
      identity: [[resident_id], [home, month]]
      subjectMap: {resident_id: resident_id, address: home}
    """

  @Test func `every key of a register is read`() throws {
    let manifest = try Manifest(yaml: Self.register, path: "a.yaml")

    #expect(manifest.dialect.headerRows == [2, 3])
    #expect(manifest.dialect.headerJoin == "-")
    #expect(manifest.dialect.sheetName == "人员*")
    #expect(manifest.missingValues == ["", "\\N", "无"])
    #expect(manifest.dataset == "cab_low_income")
    #expect(manifest.departmentChinese == "民政局")
    #expect(!manifest.isEnabled)
    #expect(manifest.footer == ["合计", "填表人"])
    #expect(manifest.load == .partition && manifest.partition == ["month"])
    #expect(manifest.hashExclusions == ["updated_at"])
    #expect(
      manifest.locations == [
        .coordinates(x: "y", y: "x", crs: .epsg(4549)), .grid(field: "grid_code", level: "grid"),
        .address(field: "home"),
      ])
    #expect(manifest.maximumErrors == .rows(100) && manifest.maximumErrorRate == 0.05)
    #expect(manifest.freshness == Freshness(warnAfterDays: 40, failAfterDays: 70))
    #expect(manifest.frequency == .monthly && manifest.sensitivityLevel == 4)
    #expect(manifest.subject == .person)
    #expect(manifest.identity == [["resident_id"], ["home", "month"]])
    #expect(manifest.subjectMap == ["resident_id": "resident_id", "address": "home"])
    let id = try #require(manifest.field("resident_id"))
    #expect(id.masked == .allow && id.normalizations == [.nfkc, .upper])
    let amount = try #require(manifest.field("amount"))
    #expect(amount.severity == .warning && amount.unit == "元")
    #expect(manifest.field("ended")?.sentinels == ["2222-02-22"])
  }

  @Test(arguments: [
    ("{geometry: {type: polygon, crs: file}}", RecordLocation.geometry(type: .polygon, crs: nil)),
    ("{geometry: {type: point, crs: gcj02}}", .geometry(type: .point, crs: .gcj02)),
    ("{x: x, y: y, crs: auto}", .undecided(x: "x", y: "y", within: nil)),
    ("{address: home}", .address(field: "home")),
    ("{x: x, y: y, crs: bd09}", .coordinates(x: "x", y: "y", crs: .bd09)),
  ])
  func `a place has several forms`(_ text: String, _ location: RecordLocation) throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        fields: [{name: x, type: number}, {name: y, type: number}, {name: home}]
        gewu: {location: \(text), subject: none}
        """, path: "t.yaml")
    #expect(manifest.locations == [location] && manifest.location == location)
    #expect(manifest.subject == nil)
  }

  private static let faults: [(String, String, String, ManifestFault)] = [
    ("load: partition", "load: full", "a.yaml:21: gewu.partition", .partitionWithoutLoad),
    ("  partition: [month]\n", "", "a.yaml:20: gewu.load", .noPartitionFields),
    ("[2, 3]", "[3, 2]", "a.yaml:2: dialect.headerRows", .unorderedHeaderRows),
    (
      "sheetName: \"人员*\"", "sheetName: a, sheetNumber: 2", "a.yaml:2: dialect.sheetNumber",
      .sheetNamedTwice
    ),
    (
      "exclude: [updated_at]", "exclude: [month]", "a.yaml:22: gewu.rowHash.exclude[0]",
      .keyExcluded(field: "month")
    ),
    ("warn: 40d", "warn: soon", "a.yaml:28: gewu.freshness.warn", .notDays),
    ("warn: 40d", "warn: 80d", "a.yaml:28: gewu.freshness", .warnAfterError),
    ("sensitivity: 4", "sensitivity: 5", "a.yaml:30: gewu.sensitivity", .sensitivityOutOfRange),
    (
      "maxErrorRate: 5%", "maxErrorRate: 5", "a.yaml:27: gewu.thresholds.maxErrorRate",
      .notAShare(example: "5%")
    ),
    ("subject: person", "subject: none", "a.yaml:32: gewu.identity", .noSubject),
    ("checks: [cn.resident-id], ", "", "a.yaml:6: fields[0].gewu.masked", .maskedWithoutCheck),
    (
      "severity: warning", "sentinels: [x]", "a.yaml:8: fields[2].gewu.sentinels",
      .sentinelsAreForDates
    ),
    (
      "address: home}\n", "geometry: {type: line, crs: file}}\n", "a.yaml:24: gewu.location",
      .positionNotAlone
    ),
    (
      "{address: home}", "{geometry: {type: line}}", "a.yaml:26: gewu.location[2].geometry",
      .geometryIncomplete
    ),
    (
      "axes: north-east", "axes: north", "a.yaml:24: gewu.location[0].axes",
      .notOneOf("north", known: ["east-north", "north-east"], suggestion: nil)
    ),
  ]

  @Test(arguments: faults)
  func `a wrong key says where it is and what is wrong`(
    _ old: String, _ new: String, _ location: String, _ fault: ManifestFault
  ) {
    let text = Self.register.replacing(old, with: new, maxReplacements: 1)
    let error = #expect(throws: DatasetsError.self) {
      try Manifest(yaml: text, path: "a.yaml")
    }
    #expect(error?.location == location)
    #expect(error?.fact == .manifest(fault))
  }

  @Test func `a data set that is not enabled takes no file by its name`() throws {
    let text = Self.register.replacing("footer:", with: "files: [\"low*.csv\"]\n  footer:")
    let folder = try ManifestFolder(
      path: "m", manifests: [try Manifest(yaml: text, path: "a.yaml")])
    #expect(!folder.claims(fileName: "low-1.csv"))
    #expect(try folder.manifest(dataset: "cab_low_income").name == "low-income")
    let error = #expect(throws: DatasetsError.self) {
      try folder.manifest(forFile: "in/low-1.csv")
    }
    #expect(error?.path == "in/low-1.csv")
    #expect(error?.fact == .folder(.notEnabled(dataset: "cab_low_income")))
  }
}
