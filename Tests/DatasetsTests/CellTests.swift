import Datasets
import Foundation
import Tabular
import TestSupport
import Testing

private typealias Outcome = CellBench.Outcome

@Suite struct CellTests {
  @Test func `a number cell gives an identifier its digits, or is refused as lossy`() throws {
    var bench = try CellBench("{name: v, title: ID, gewu: {title_zh: 身份证号}}")
    for (cell, text) in [
      ("12345", "12345"), ("12345.0", "12345"), ("1.2345E+4", "12345"), ("-0.50", "-0.5"),
      ("1.5E-3", "0.0015"), ("123456789012345", "123456789012345"), ("0", "0"), ("0.0", "0"),
      ("1E+14", "100000000000000"),
    ] {
      #expect(bench.read(cell, .number) == Outcome(text), "\(cell)")
    }
    for cell in [
      "3.30106199001011E+17", "330106199001011000", "1234567890123456", "1E+15",
    ] {
      #expect(bench.read(cell, .number) == Outcome(nil, errors: ["precision-lost"]), "\(cell)")
    }
    #expect(bench.reasons[0].arguments == [Argument("title", "ID"), Argument("title_zh", "身份证号")])
    #expect(bench.read("330106199001011234").value == "330106199001011234")
  }

  @Test func `a decimal number of GeoJSON keeps its digits in a text field`() throws {
    var bench = try CellBench("{name: v}", format: .geojson)
    for (cell, text) in [
      ("1.10", "1.10"), ("-0.50", "-0.50"), ("12.500", "12.500"), ("5.0", "5"), ("01.5", "1.5"),
      ("4.4000000000000004", "4.4"), ("1.5e3", "1500"),
    ] {
      #expect(bench.read(cell, .number) == Outcome(text), "\(cell)")
    }
    var number = try CellBench("{name: v, type: number}", format: .geojson)
    #expect(number.read("1.10", .number) == Outcome("1.1"))
  }

  @Test func `a number with a fraction loses nothing in a text field`() throws {
    var bench = try CellBench("{name: v}")
    for (cell, text) in [
      ("4.4000000000000004", "4.4"), ("0.28999999999999998", "0.29"),
      ("116.40739999999999", "116.4074"), ("0.30000000000000004", "0.3"),
      ("0.12345678901234567", "0.123456789012346"), ("-4.9999999999999996", "-5"),
      ("99999999999999.984", "100000000000000"), ("1.0000000000000001E-5", "0.00001"),
      ("123456.78999999999", "123456.79"),
    ] {
      #expect(bench.read(cell, .number) == Outcome(text), "\(cell)")
    }
  }

  @Test(arguments: ["1E-9223372036854775808", "1E9223372036854775807", "1E99999999999999999999"])
  func `a number cell with an exponent beyond any number stays as it is`(cell: String) throws {
    var bench = try CellBench("{name: v}")
    #expect(bench.read(cell, .number).value == cell)
  }

  @Test func `number cells have a point, whatever the manifest says of text`() throws {
    var amount = try CellBench("{name: v, type: number, decimalChar: \",\", groupChar: \".\"}")
    #expect(amount.read("1234.5", .number) == Outcome("1234.5"))
    #expect(amount.read("1.234,5") == Outcome("1234.5"))
    var count = try CellBench("{name: v, type: integer}")
    #expect(count.read("12.0", .number) == Outcome("12"))
    #expect(count.read("1.2E+3", .number) == Outcome("1200"))
    #expect(count.read("12.5", .number) == Outcome(nil, errors: ["type-integer"]))
    #expect(count.read("12.0") == Outcome(nil, errors: ["type-integer"]))
  }

  @Test func `a date cell is a date whatever the patterns`() throws {
    var day = try CellBench("{name: v, type: date, format: \"%d/%m/%Y\"}")
    #expect(day.read("2024-01-31", .date) == Outcome("2024-01-31"))
    #expect(day.read("2024-01-31T12:30:00", .date) == Outcome("2024-01-31"))
    #expect(day.read("2024-01-31") == Outcome(nil, errors: ["type-date"]))
    #expect(day.read("1899-12-31T12:00:00", .date) == Outcome(nil, remarks: ["info:date-sentinel"]))
    var time = try CellBench("{name: v, type: datetime, format: \"%d/%m/%Y %H:%M\"}")
    #expect(time.read("2024-01-31", .date) == Outcome("2024-01-31T00:00:00"))
    #expect(time.read("2024-01-31T12:30:00", .date) == Outcome("2024-01-31T12:30:00"))
    var text = try CellBench("{name: v}")
    #expect(text.read("2024-01-31", .date) == Outcome("2024-01-31"))
    var number = try CellBench("{name: v, type: integer}")
    #expect(number.read("2024-01-31", .date) == Outcome(nil, errors: ["type-integer"]))
  }

  @Test func `error and truth cells are read as what they are`() throws {
    var text = try CellBench("{name: v}")
    #expect(text.read("#N/A", .error) == Outcome(nil, errors: ["cell-error"]))
    #expect(text.reasons == [Reason(code: .row(.cellError), field: "v", value: "#N/A")])
    #expect(text.read("#N/A") == Outcome("#N/A"))
    #expect(text.read("true", .boolean) == Outcome("true"))
    var missing = try CellBench("{name: v, missingValues: [\"\", \"#N/A\"]}")
    #expect(missing.read("#N/A", .error) == Outcome(nil))
    var truth = try CellBench("{name: v, type: boolean, trueValues: [是], falseValues: [否]}")
    #expect(truth.read("true", .boolean) == Outcome("1"))
    #expect(truth.read("false", .boolean) == Outcome("0"))
    #expect(truth.read("true") == Outcome(nil, errors: ["type-boolean"]))
  }

  @Test func `dates of 8 and 14 digits need every digit`() throws {
    var bench = try CellBench(
      "{name: v, type: datetime, gewu: {formats: [\"%Y%m%d\", \"%Y%m%d%H%M%S\", \"%Y-%m-%d\"]}}")
    #expect(bench.read("20240131") == Outcome("2024-01-31T00:00:00"))
    #expect(bench.read("20240131123005") == Outcome("2024-01-31T12:30:05"))
    #expect(bench.read("2024-1-3") == Outcome("2024-01-03T00:00:00"))
    for text in ["2024131", "202411", "2024013112300"] {
      #expect(bench.read(text) == Outcome(nil, errors: ["type-datetime"]), "\(text)")
    }
    #expect(bench.read("20240131", .number) == Outcome("2024-01-31T00:00:00"))
  }

  @Test func `dates that stand for none are left empty with a remark`() throws {
    var bench = try CellBench(
      "{name: v, title: Until, type: date, gewu: {formats: [\"%Y-%m-%d\", \"%Y%m%d\"], title_zh: 截止}}"
    )
    for text in [
      "1899-12-31", "1899-12-31 12:00:00", "1900-01-00", "9999-09-09", "99991231", "2099-12-31",
      "3000-01-01", "00:00;00",
    ] {
      #expect(bench.read(text) == Outcome(nil, remarks: ["info:date-sentinel"]), "\(text)")
    }
    #expect(bench.reasons[0].arguments == [Argument("title", "Until"), Argument("title_zh", "截止")])
    #expect(bench.read("1899-12-30") == Outcome("1899-12-30"))
    #expect(bench.read("9999-12-30") == Outcome("9999-12-30"))
    var required = try CellBench(
      "{name: v, type: date, constraints: {required: true}, gewu: {sentinels: [\"1900-01-01\"]}}")
    #expect(
      required.read("1900-01-01")
        == Outcome(nil, errors: ["required"], remarks: ["info:date-sentinel"]))
    #expect(required.read("9999-12-31") == Outcome("9999-12-31"))
  }

  @Test func `the day number of a spreadsheet is never taken for a date`() throws {
    var bench = try CellBench("{name: v, type: date}")
    let serial = Outcome(nil, errors: ["date-serial"])
    #expect(bench.read("45292", .number) == serial)
    #expect(bench.read("45292") == serial)
    #expect(bench.read("45292.5", .number) == serial)
    #expect(
      bench.reasons == [
        Reason(code: .row(.dateSerial), field: "v", value: "45292.5")
      ])
    var lenient = try CellBench("{name: v, type: date, gewu: {severity: warning}}")
    #expect(lenient.read("45292", .number) == Outcome(nil, remarks: ["warning:date-serial"]))
    #expect(bench.read("19999", .number) == Outcome(nil, errors: ["type-date"]))
    #expect(bench.read("60001") == Outcome(nil, errors: ["type-date"]))
  }

  @Test func `a code, its label or both together mean the code`() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write(
      "code,label\n01,汉族\n02,Tujia ＯＫ\n1,其他（含未知）\n", as: "c.csv")
    var bench = try CellBench(
      "{name: v, gewu: {codes: {file: c.csv}}}", manifestAt: folder.path("t.yaml"))
    for (text, code) in [
      ("01", "01"), ("汉族", "01"), (" 汉 族 ", "01"), ("０１", "01"), ("tujia ok", "02"),
      ("其他(含未知)", "1"), ("01汉族", "01"), ("01-汉族", "01"), ("01：汉族", "01"), ("汉族（01）", "01"),
      ("1-其他（含未知）", "1"),
    ] {
      #expect(bench.read(text) == Outcome(code), "\(text)")
    }
    #expect(bench.read("1.0", .number) == Outcome("1"))
    #expect(bench.read("02汉族").errors == ["code-label-mismatch"])
    #expect(
      bench.reasons == [Reason(code: .row(.codeLabelMismatch), field: "v", value: "02汉族")])
    #expect(bench.read("汉").errors == ["code-unknown"])
    #expect(bench.read("99-汉族").errors == ["code-unknown"])
  }

  @Test func `what is excluded from the hash does not change it`() throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        primaryKey: [a]
        fields: [{name: a}, {name: b}, {name: c}]
        gewu: {load: partition, partition: [b], rowHash: {exclude: [c]}}
        """, path: "t.yaml")
    let records = RecordReader(
      manifest, columns: try ColumnMap(manifest, header: ["a", "b", "c"], width: 3, path: "t.csv"))
    func values(_ texts: [Int64]) -> [FieldValue] { texts.map { .integer($0) } }
    #expect(records.rowHash(values([1, 2, 3])) == records.rowHash(values([1, 2, 4])))
    #expect(records.rowHash(values([1, 2, 3])) != records.rowHash(values([1, 3, 3])))
    #expect(records.partitionHash(values([1, 2, 3])) == records.partitionHash(values([9, 2, 9])))
    #expect(records.partitionHash(values([1, 2, 3])) != records.partitionHash(values([1, 3, 3])))
  }
}
