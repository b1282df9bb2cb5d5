import Intake
import Datasets
import Foundation
import Testing

@testable import Warehouse

/// Values that importers like to change, taken through a whole import.
@Suite struct HardValuesTests {
  private let bench: ImportBench

  init() throws { bench = try ImportBench() }

  /// A manifest of text fields, two of them number fields too.
  private static func manifest(_ own: String) throws -> Manifest {
    try Manifest(
      yaml: """
        name: thing
        fieldsMatch: subset
        primaryKey: [no]
        fields:
          - {name: no, constraints: {required: true}}
          - {name: code}
          - {name: address}
          - {name: amount, type: integer}
        gewu:
          load: incremental
        \(own)
        """, path: "thing.yaml")
  }

  @Test func `what looks like numbers for 25,000 rows stays text behind them`() throws {
    let hard = [
      "007", "0571-85023456", "330106199001011237", "91330106MA00000000", "12345678901234567890",
      "1E5", "+86 571", "0x1F", "3.0", "1/2", "2026-1", "-0", "1,234", "NaN", "true", "１２",
    ]
    var text = "no,code,address,amount\n"
    for number in 0..<26_000 { text += "\(number),\(number % 977 + 10),浙江省杭州市人民路,\(number)\n" }
    for (index, value) in hard.enumerated() {
      text += "h\(index),\"\(value)\",x,\(index == 3 ? "12a" : "1")\n"
    }
    #expect(text.utf8.count > 1 << 20)

    let report = try bench.load(text, Self.manifest(""))

    #expect(report.read == 26_000 + hard.count)
    #expect(report.quarantined == 1 && report.reasons == ["type-integer": 1])
    let kept = try bench.strings(
      "SELECT code FROM thing WHERE no LIKE 'h%' ORDER BY CAST(substr(no, 2) AS INTEGER)")
    #expect(kept == hard.enumerated().filter { $0.offset != 3 }.map(\.element))
    #expect(try bench.strings("SELECT typeof(code) FROM thing GROUP BY 1") == ["text"])
  }

  /// Addresses that geocoders get wrong: names that are places elsewhere, other words and digits
  /// for the same number, aliases.
  private static let addresses = [
    "四川北路1851弄12号", "山西路88号", "四川北路街道山西路88号二楼", "北京西路1701号", "河南中路重庆北路口",
    "幸福小区12幢3单元401室", "幸福小区12栋3单元401室", "幸福小区12憧3单元401室", "幸福小区十二幢三单元四〇一室",
    "人民路一二三号", "人民路123号", "人民路一百二十三号", "人民路１２３号", "人民路壹贰叁号", "人民路123-1号", "人民路123号之一",
    "人民路甲5号", "人民路5号甲", "人民路(原解放路)5号", "人民路(又名:解放路)5号", "新村(老虎灶)对面", "𠮷祥里3号",
    "幸福小区 12 幢", "幸福小区　12幢", "\u{E000}弄3号", "长城,花园\"东\"苑", "南门\n二楼", "12", "#", "路",
  ]

  @Test func `hard addresses come through an import byte for byte and attach nothing`() throws {
    var text = "no,code,address,amount\n"
    for (number, address) in Self.addresses.enumerated() {
      text += "\(number),1,\"\(address.replacing("\"", with: "\"\""))\",1\n"
    }

    let report = try bench.load(text, Self.manifest("  location: {address: address}"))

    #expect(report.inserted == Self.addresses.count && report.quarantined == 0)
    #expect(report.attached == 0 && report.unattached == Self.addresses.count)
    let kept = try bench.strings("SELECT address FROM thing ORDER BY CAST(no AS INTEGER)")
    // Strings are equal where they look equal; bytes are not.
    #expect(kept.map { Array($0.utf8) } == Self.addresses.map { Array($0.utf8) })
    #expect(try bench.strings("SELECT no FROM thing WHERE grid_id IS NOT NULL").isEmpty)
  }

  @Test func `blank and repeated headings of columns that no field needs are passed over`() throws {
    let text = "no,,code,备注,备注,address,amount,\nA1,x,007,a,b,路,1,\n"

    let report = try bench.load(text, Self.manifest(""))

    #expect(report.inserted == 1)
    #expect(try bench.strings("SELECT no || code || address || amount FROM thing") == ["A1007路1"])
  }
}
