import Foundation
import Tabular
import Testing

/// Files that nobody here wrote, where they are at hand.
@Suite struct CSVRealFilesTests {
  /// maxogden/csv-test-data: the expected records are JSON arrays of strings.
  @Test(
    .enabled(if: RealData.isPresent),
    arguments: [
      "all-empty", "empty-field", "empty-one-column",
      "leading-space", "one-column", "quotes-empty", "quotes-with-comma",
      "quotes-with-escaped-quote", "quotes-with-newline", "quotes-with-space", "simple-crlf",
      "simple-lf", "trailing-newline-one-field", "trailing-newline", "trailing-space", "utf8",
    ])
  func `the records are those that the peers' test data names`(_ name: String) throws {
    let folder = URL(filePath: RealData.path("files/csv/csv-test-data"))
    let json = try Data(contentsOf: folder.appendingPathComponent("json/\(name).json"))
    let expected = try JSONDecoder().decode([[String]].self, from: json)

    let file = try TextFile(path: folder.appendingPathComponent("csv/\(name).csv").path)
    var reader = CSVReader(file)
    var records: [[String]] = []
    while reader.next() != nil { records.append(reader.fields.map(\.string)) }
    withExtendedLifetime(file) {}

    #expect(records == expected)
  }

  @Test(
    .enabled(if: RealData.isPresent),
    arguments: [
      ("china/deqing-gbk/an_example_of_place_name_list.CSV", "gb18030", 138),
      ("china/shanghai-poi/shanghai_food.csv", "utf-8", 14_399),
      ("leeds/2016-07-west-yorkshire-street.csv", "utf-8", 27_177),
      ("la311/seeds_requests.csv", "utf-8", 10_001),
    ])
  func `real tables are decoded and counted, and no row is malformed`(
    _ path: String, _ encoding: String, _ records: Int
  ) throws {
    let file = try TextFile(path: RealData.path(path))
    #expect(file.encoding.name == encoding)
    var reader = CSVReader(file)
    var count = 0
    var malformed = 0
    while let row = reader.next() {
      count += 1
      if row.fault != .none { malformed += 1 }
    }
    withExtendedLifetime(file) {}
    #expect(count == records)
    #expect(malformed == 0)
  }

  @Test(.enabled(if: RealData.isPresent))
  func `UTF-16 is read by its mark, and refused without one`() throws {
    let folder = URL(filePath: RealData.path("files/encoding"))
    let marked = try TextFile(path: folder.appendingPathComponent("UTF-16/bom-utf-16-le.srt").path)
    #expect(marked.encoding.name.hasPrefix("utf-16"))
    let bare = folder.appendingPathComponent("UTF-16LE/nobom-utf16le.txt").path
    let fault = try #require(throws: TabularError.self) { try TextFile(path: bare) }
    #expect(fault.kind == .nulByte)
  }

  @Test(.enabled(if: RealData.isPresent))
  func `files labelled GB2312 are decoded as GB 18030`() throws {
    let folder = URL(filePath: RealData.path("files/encoding/GB2312"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!names.isEmpty)
    for name in names {
      let file = try TextFile(path: folder.appendingPathComponent(name).path)
      #expect(file.encoding == .gb18030, "\(name)")
    }
  }
}
