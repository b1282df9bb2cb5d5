import Tabular
import Testing

/// Reads the numbers as cells of one style each.
private func read(_ values: [String], styles: String, properties: String = "") throws -> String {
  let cells = values.enumerated().map { "<c s=\"\($0.offset)\"><v>\($0.element)</v></c>" }
  var workbook = SyntheticWorkbook("<row>\(cells.joined())</row>", styles: styles)
  workbook.properties = properties
  return try rowTexts(workbook.file(), TableDialect(headerRows: []))[0]
}

private func read(_ value: String, builtIn id: Int, properties: String = "") throws -> String {
  let text = try read(
    [value], styles: SyntheticWorkbook.styles(builtIn: [id]), properties: properties)
  return String(text.dropFirst(3).dropLast())
}

private func read(_ value: String, code: String) throws -> String {
  let styles =
    "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(code)\"/></numFmts>"
    + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"170\"/></cellXfs>"
    + "<dxfs><dxf><numFmt numFmtId=\"170\" formatCode=\"0\"/></dxf></dxfs>"
  return String(try read([value], styles: styles).dropFirst(3).dropLast())
}

@Suite struct XLSXDateTests {
  @Test(arguments: [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
  func `the built-in formats that show days make dates, those of the Chinese edition too`(
    _ id: Int
  ) throws {
    #expect(try read("45292", builtIn: id) == #"{"date":"2024-01-01"}"#)
  }

  @Test(arguments: [18, 19, 20, 21, 32, 33, 34, 35, 45])
  func `the built-in formats that show times make times`(_ id: Int) throws {
    #expect(try read("0.5", builtIn: id) == #"{"date":"12:00:00"}"#)
  }

  @Test func `a duration has as many hours as it has, and tenths where they are shown`() throws {
    #expect(try read("1.0625", builtIn: 46) == #"{"date":"25:30:00"}"#)
    #expect(try read("0.000001", builtIn: 47) == #"{"date":"00:00:00.086"}"#)
    #expect(try read("2", code: "[mm]:ss") == #"{"date":"48:00:00"}"#)
  }

  @Test(arguments: [0, 1, 2, 4, 9, 10, 11, 12, 37, 44, 48, 49, 59, 163])
  func `the other built-in formats leave numbers`(_ id: Int) throws {
    #expect(try read("45292", builtIn: id) == "45292")
  }

  @Test(arguments: [
    "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "[$-804]yyyy年m月d日", "m/d", "yyyy\\-mm",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "[DBNum1][$-804]d", "mmm",
    "[=0]&quot;&quot;;yyyy/m/d", "[&lt;1]&quot;-&quot;;[=1]&quot;x&quot;;m/d", "aaaa", "AAA",
    "gge&quot;年&quot;", "[$-411]ge.m.d", "e/m/d",
  ])
  func `a code with year, month or day outside quotes shows a date`(_ code: String) throws {
    #expect(try read("45292", code: code) == #"{"date":"2024-01-01"}"#)
  }

  @Test(arguments: [
    "0.00", "General", "0.00E+00", "#,##0_);[Red]\\(#,##0\\)", "&quot;days&quot;0", "0\\d", "@",
    "0;&quot;y&quot;;[Yellow]0", "0_d", "_y0*s", "0&quot; m/s&quot;", "#,##0 Rs", "Standard",
    "0.00e-00", "[&gt;=1]0;General", "0;d",
  ])
  func `a code whose letters are quoted, escaped or in brackets shows a number`(
    _ code: String
  ) throws {
    #expect(try read("45292", code: code) == "45292")
  }

  @Test func `a moment is rounded to the second as Excel shows it`() throws {
    #expect(
      try read("45292.52083333333", builtIn: 22) == #"{"date":"2024-01-01T12:30:00"}"#)
    #expect(try read("45292.999999", builtIn: 22) == #"{"date":"2024-01-02"}"#)
    #expect(try read("45292.5", builtIn: 14) == #"{"date":"2024-01-01T12:00:00"}"#)
  }

  @Test func `the leap day that never was stays visible`() throws {
    #expect(try read("1", builtIn: 14) == #"{"date":"1900-01-01"}"#)
    #expect(try read("59", builtIn: 14) == #"{"date":"1900-02-28"}"#)
    #expect(try read("60", builtIn: 14) == #"{"date":"1900-02-29"}"#)
    #expect(try read("61", builtIn: 14) == #"{"date":"1900-03-01"}"#)
    #expect(try read("0", builtIn: 14) == #"{"date":"1900-01-00"}"#)
  }

  @Test func `the calendar of 1904 begins four years and a day later`() throws {
    let properties = "date1904=\"true\""
    #expect(try read("43830", builtIn: 14, properties: properties) == #"{"date":"2024-01-01"}"#)
    #expect(try read("0", builtIn: 14, properties: properties) == #"{"date":"1904-01-01"}"#)
  }

  @Test func `what is rounded to the year 10000 is no date and ends nothing`() throws {
    for value in ["2958465.999999988", "2958465.99999999999"] {
      #expect(try read(value, builtIn: 14) == value)
    }
    #expect(try read("2958465.99998", builtIn: 22) == #"{"date":"9999-12-31T23:59:58"}"#)
    let value = "2957003.999999988"
    #expect(try read(value, builtIn: 14, properties: "date1904=\"1\"") == value)
  }

  @Test func `a time of a day or more is no day of 1900, a moment of our time is one`() throws {
    #expect(try read("1.25", builtIn: 20) == "1.25")
    #expect(try read("0.25", code: "h:mm AM/PM") == #"{"date":"06:00:00"}"#)
    #expect(try read("45292.5", builtIn: 20) == #"{"date":"2024-01-01T12:00:00"}"#)
    #expect(try read("1.25", code: "[h]:mm:ss.00") == #"{"date":"30:00:00"}"#)
  }

  @Test func `zeros that a format puts before a number belong to it`() throws {
    #expect(try read("123", code: "000000") == #""000123""#)
    #expect(try read("123", code: "000000;@") == #""000123""#)
    #expect(try read("1234567", code: "000000") == "1234567")
    for value in ["-1", "1.5", "1E+2"] { #expect(try read(value, code: "0000") == value) }
    #expect(try read("7", code: "0") == "7")
  }

  @Test func `a number that is no date stays a number`() throws {
    #expect(try read("2958465", builtIn: 14) == #"{"date":"9999-12-31"}"#)
    #expect(try read("2958466", builtIn: 14) == "2958466")
    #expect(try read("-1", builtIn: 14) == "-1")
    #expect(try read("330106199001011234", builtIn: 14) == "330106199001011234")
  }
}
