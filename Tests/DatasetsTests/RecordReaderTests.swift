import Datasets
import Tabular
import TestSupport
import Testing

private func ok(_ value: String) -> RecordBench.Outcome { .values([value]) }
private func no(_ codes: String...) -> RecordBench.Outcome { .reasons(codes) }

@Suite struct RecordReaderTests {
  @Test func `text stays as it stands but for the space around it`() throws {
    let read = try RecordBench.one("{name: v}", ["007", "  a b\t", "\u{3000}格\u{A0}", "", "\"q\""])
    #expect(read == [ok("007"), ok("a b"), ok("格"), ok("null"), ok("\"q\"")])
    #expect(try RecordBench.one("{name: v, gewu: {trim: false}}", [" a "]) == [ok(" a ")])
  }

  @Test func `what Excel is told to leave alone is read as its content`() throws {
    let read = try RecordBench.one(
      "{name: v}", ["=\"007\"", " =\" 007 \" ", "=\"\"", "=\"a\"&\"b\"", "=007", "=\"x", "x=\"1\""])
    #expect(
      read == [
        ok("007"), ok("007"), ok("null"), ok("=\"a\"&\"b\""), ok("=007"), ok("=\"x"), ok("x=\"1\""),
      ])
    let manifest = try Manifest(
      yaml: "name: t\nfields: [{name: a}, {name: b, type: integer}]\n", path: "t.yaml")
    #expect(
      try RecordBench(manifest, "a,b\n=\"007\",=\"12\"\n").outcomes == [.values(["007", "12"])])
  }

  @Test func `a space before an opening quote is told, or skipped where the dialect says so`()
    throws
  {
    func read(_ dialect: String) throws -> [RecordBench.Outcome] {
      let manifest = try Manifest(
        yaml: "name: t\ndialect: {\(dialect)}\nfields: [{name: a}, {name: b}]\n", path: "t.yaml")
      return try RecordBench(manifest, "a,b\n1, \"Smith\"\n2,the \"x\"\n3,\"\"\"q\"\"\"\n").outcomes
    }
    let others: [RecordBench.Outcome] = [.values(["2", "the \"x\""]), .values(["3", "\"q\""])]
    #expect(try read("header: true") == [no("quote-malformed")] + others)
    #expect(try read("skipInitialSpace: true") == [.values(["1", "Smith"])] + others)
    #expect(
      try read("quoteChar: \"\"")
        == [
          .values(["1", "\"Smith\""]), .values(["2", "the \"x\""]),
          .values(["3", "\"\"\"q\"\"\""]),
        ])
  }

  @Test func `a row of more fields than are read has too many, and no wrong quote`() throws {
    let manifest = try Manifest(yaml: "name: t\nfields: [{name: a}, {name: b}]\n", path: "t.yaml")
    let long = String(repeating: ",", count: 70_000)
    #expect(
      try RecordBench(manifest, "a,b\n1\(long)\n2,3\n").outcomes
        == [no("fields-extra"), .values(["2", "3"])])
  }

  @Test func `the text that a spreadsheet makes of a long number has lost its digits`() throws {
    let lost = ["1.10105E+17", "6.22202E+15", "-1.1E+12", "4E+11", "1.10105e+17"]
    #expect(
      try RecordBench.one("{name: v}", lost) == lost.map { _ in no("precision-lost") })
    let whole = [
      "1E+05", "1.10105E-17", "A1E+17", "1.1E+1", "0E+17", "1.10105E+17x", "E+17", "12E+17",
    ]
    #expect(try RecordBench.one("{name: v}", whole) == whole.map(ok))
    #expect(try RecordBench.one("{name: v, type: number}", ["1.5E+17"]) == [ok("1.5e+17")])
  }

  @Test func `whole numbers of 64 bits are read exactly, others are refused`() throws {
    let read = try RecordBench.one(
      "{name: v, type: integer}",
      [
        "0", "-9223372036854775808", "9223372036854775807", "9223372036854775808", "+7", "1.0",
        "1,2",
        "x", "-",
      ])
    #expect(
      read == [
        ok("0"), ok("-9223372036854775808"), ok("9223372036854775807"), no("type-integer"), ok("7"),
        no("type-integer"), no("type-integer"), no("type-integer"), no("type-integer"),
      ])
  }

  @Test func `separators of thousands stand between digits only`() throws {
    let read = try RecordBench.one(
      "{name: v, type: integer, groupChar: \",\"}", ["1,503", "1503", ",1", "1,", "1,,2"])
    #expect(
      read == [ok("1503"), ok("1503"), no("type-integer"), no("type-integer"), no("type-integer")])
    #expect(
      try RecordBench.one(
        "{name: v, type: number, groupChar: \",\"}",
        ["635,50", "1,5", "1,234.50", "12,34,5", "1,200,300"])
        == [
          no("type-number"), no("type-number"), ok("1234.5"), no("type-number"), ok("1200300.0"),
        ])
    // As Chinese counts, by ten thousands, where the manifest says so.
    #expect(
      try RecordBench.one(
        "{name: v, type: integer, groupChar: \",\", gewu: {groupSize: 4}}",
        ["12,3456", "1,234,567", "1,2345,6789", "12345"])
        == [ok("123456"), no("type-integer"), ok("123456789"), ok("12345")])
    let german = try RecordBench.one(
      "{name: v, type: number, groupChar: \".\", decimalChar: \",\"}", ["1.234,5", "-0,25"])
    #expect(german == [ok("1234.5"), ok("-0.25")])
  }

  @Test func `numbers, dates and truth are narrowed where the manifest asks for it`() throws {
    let rule = "gewu: {normalize: [nfkc]}"
    func one(_ type: String, _ value: String) throws -> [RecordBench.Outcome] {
      try RecordBench.one("{name: v, type: \(type), \(rule)}", [value])
    }
    #expect(try one("integer", "１２３") == [ok("123")])
    #expect(try one("number", "１２．５") == [ok("12.5")])
    #expect(try one("number, groupChar: \",\"", "１，２３４．５") == [ok("1234.5")])
    #expect(try one("date", "２０２６－０１－３１") == [ok("2026-01-31")])
    #expect(try one("date, format: \"%Y年%m月%d日\"", "２０２６年１月３１日") == [ok("2026-01-31")])
    #expect(try one("boolean", "１") == [ok("1")])
    #expect(try one("integer, missingValues: [\"-\"]", "－") == [ok("null")])
    #expect(try one("integer", "１ ２") == [no("type-integer")])
    #expect(try RecordBench.one("{name: v, type: integer}", ["１"]) == [no("type-integer")])
  }

  @Test func `what normalizing leaves nothing of is no value, not the one of the row before`()
    throws
  {
    #expect(
      try RecordBench.one("{name: v, gewu: {normalize: [digits]}}", ["12-3", "- -", "4"])
        == [ok("123"), ok("null"), ok("4")])
  }

  @Test func `decimal numbers are rounded as the standard library does`() throws {
    var generator = SeededGenerator(seed: 7)
    var texts = ["0.1", "31.231337654842953", "1e22", "1e-7", "123456789012345678901", "5.", ".5"]
    for _ in 0..<2_000 {
      let digits = Int.random(in: 1...19, using: &generator)
      var text = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      let point = Int.random(in: 0...digits, using: &generator)
      text.insert(".", at: text.index(text.startIndex, offsetBy: point))
      texts.append(Bool.random(using: &generator) ? text : "-" + text)
    }
    let read = try RecordBench.one("{name: v, type: number}", texts)
    for (text, outcome) in zip(texts, read) {
      #expect(outcome == ok(String(try #require(Double(text)))), "\(text)")
    }
    let bad = try RecordBench.one("{name: v, type: number}", ["NaN", "inf", "1e999", "0x1p3", "."])
    #expect(bad.allSatisfy { $0 == no("type-number") })
  }

  @Test func `dates are kept in one form, by the first pattern that fits`() throws {
    let read = try RecordBench.one(
      "{name: v, type: date, format: \"%Y-%m-%d\", gewu: {formats: [\"%Y/%m/%d\", \"%Y年%m月%d日\", "
        + "\"%Y-%m\", \"%d-%b-%y\"]}}",
      ["2016-07-01", "2016/7/1", "2016年7月1日", "2016-07", "05-Mar-69", "2015-02-29", "2016-13-01"])
    #expect(
      read == [
        ok("2016-07-01"), ok("2016-07-01"), ok("2016-07-01"), ok("2016-07-01"), ok("1969-03-05"),
        no("type-date"), no("type-date"),
      ])
    #expect(
      try RecordBench.one("{name: v, type: date}", ["2016-02-29", "2016-2-29", "2100-02-29"])
        == [ok("2016-02-29"), no("type-date"), no("type-date")])
  }

  @Test func `times are kept in one form, with fraction and offset where they have them`() throws {
    let american = try RecordBench.one(
      "{name: v, type: datetime, format: \"%m/%d/%Y %I:%M:%S %p\"}",
      ["12/31/2018 11:55:30 PM", "01/01/2018 12:00:09 AM", "01/01/2018 13:00:09 AM"])
    #expect(
      american == [ok("2018-12-31T23:55:30"), ok("2018-01-01T00:00:09"), no("type-datetime")])
    let iso = try RecordBench.one(
      "{name: v, type: datetime}",
      [
        "2020-01-01 00:05:00", "2020-01-01T00:05:00Z", "2020-01-01T00:05:00.250+08:00",
        "2020-01-01",
      ])
    #expect(
      iso == [
        ok("2020-01-01T00:05:00"), ok("2020-01-01T00:05:00Z"), ok("2020-01-01T00:05:00.250+08:00"),
        no("type-datetime"),
      ])
  }

  @Test func `letters of RFC 3339 may be small, and a leap second ends a day in UTC`() throws {
    for format in ["", ", format: \"%Y-%m-%dT%H:%M:%S%z\""] {
      let read = try RecordBench.one(
        "{name: v, type: datetime\(format)}",
        [
          "2020-01-01t00:05:00z", "2016-12-31T23:59:60Z", "2017-01-01t07:59:60+08:00",
          "2017-01-01T07:59:60Z", "2020-01-01x00:05:00Z",
        ])
      #expect(
        read == [
          ok("2020-01-01T00:05:00Z"), ok("2016-12-31T23:59:60Z"), ok("2017-01-01T07:59:60+08:00"),
          no("type-datetime"), no("type-datetime"),
        ])
    }
    let local = try RecordBench.one(
      "{name: v, type: datetime}", ["2016-12-31T23:59:60", "2016-12-31T23:58:60"])
    #expect(local == [ok("2016-12-31T23:59:60"), no("type-datetime")])
  }

  @Test func `true and false are those of the manifest`() throws {
    let read = try RecordBench.one(
      "{name: v, type: boolean, trueValues: [是, Y], falseValues: [否]}", ["是", "Y", "否", "1"])
    #expect(read == [ok("1"), ok("1"), ok("0"), no("type-boolean")])
  }

  @Test func `all faults of a value and of a row are reported at once`() throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        fields:
          - {name: a, title: A, constraints: {required: true}}
          - {name: b, constraints: {maxLength: 2, pattern: "[0-9]+", enum: ["1", "2"]}}
          - {name: c, type: number, constraints: {minimum: 1, maximum: 2.5}}
          - {name: d, type: date, constraints: {minimum: "2020-01-01"}}
          - {name: e, constraints: {unique: true, minLength: 2}}
        """, path: "t.yaml")
    let read = try RecordBench(
      manifest, "A,b,c,d,e\n,abc,0.5,2019-12-31,x\ny,1,2.5,2020-01-01,格物\ny,1,3,,格物\ny,1\n")
    #expect(
      read.outcomes == [
        .reasons([
          "required", "max-length", "pattern", "not-allowed", "minimum", "minimum", "min-length",
        ]),
        .values(["y", "1", "2.5", "2020-01-01", "格物"]), .reasons(["maximum", "not-unique"]),
        .reasons(["fields-missing"]),
      ])
    #expect(
      read.reasons[0] == [
        Reason(code: .row(.required), field: "a", value: "", arguments: [Argument("title", "A")]),
        Reason(
          code: .row(.maximumLength), field: "b", value: "abc", arguments: [Argument("most", "2")]),
        Reason(
          code: .row(.pattern), field: "b", value: "abc", arguments: [Argument("pattern", "[0-9]+")]
        ),
        Reason(
          code: .row(.notAllowed), field: "b", value: "abc",
          arguments: [Argument("allowed", "1"), Argument("allowed", "2")]),
        Reason(code: .row(.minimum), field: "c", value: "0.5", arguments: [Argument("bound", "1")]),
        Reason(
          code: .row(.minimum), field: "d", value: "2019-12-31",
          arguments: [Argument("bound", "2020-01-01")]),
        Reason(
          code: .row(.minimumLength), field: "e", value: "x", arguments: [Argument("least", "2")]),
      ])
    #expect(
      read.reasons[3] == [
        Reason(
          code: .row(.fieldsMissing), arguments: [Argument("found", "2"), Argument("wanted", "5")])
      ])
  }

  @Test func `missing values are those of the field, else those of the manifest`() throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        missingValues: ["", "N/A"]
        fields: [{name: a}, {name: b, type: integer, missingValues: ["-1"]}, {name: c, missingValues: ["0"]}]
        """, path: "t.yaml")
    let read = try RecordBench(manifest, "a,b,c\nN/A,-1,0\n,,x\n\"\",5,\n")
    #expect(
      read.outcomes == [
        .values(["null", "null", "null"]), .values(["null", "null", "x"]),
        .values(["null", "5", ""]),
      ])
  }

  @Test(arguments: [
    ("990101199003071233", "resident-id-check"), ("99010119900307123", "resident-id-form"),
    ("99010119900307123A", "resident-id-form"), ("990101199002301232", "resident-id-date"),
    ("990101900230123", "resident-id-date"),
  ])
  func `a wrong resident ID says what is wrong`(_ text: String, _ code: String) throws {
    let read = try RecordBench.one("{name: v, gewu: {check: cn.resident-id}}", [text])
    guard case .reasons(let codes) = read[0] else {
      Issue.record("accepted")
      return
    }
    #expect(codes.contains(code))
  }

  @Test func `resident IDs, credit codes and mobile numbers are checked and made upper case`()
    throws
  {
    // The published vectors of GB 11643 (standard's own example), and a synthetic one.
    let people = try RecordBench.one(
      "{name: v, gewu: {check: cn.resident-id}}",
      [synthetic("x"), synthetic("X"), "990101491231002"])
    #expect(people == [ok(synthetic("X")), ok(synthetic("X")), ok("990101194912310028")])
    let firms = try RecordBench.one(
      "{name: v, gewu: {check: cn.credit-code}}",
      [
        "91110000600037341L", "91110000600037341l", "91110000600037341M", "9111000060003734",
        "I1110000600037341L",
      ])
    #expect(
      firms == [
        ok("91110000600037341L"), ok("91110000600037341L"), no("credit-code-check"),
        no("credit-code-form"), no("credit-code-form"),
      ])
    let phones = try RecordBench.one(
      "{name: v, gewu: {check: cn.mobile}}",
      ["19900000000", "12900000000", "1990000000", "1990000000a"])
    #expect(phones == [ok("19900000000"), no("mobile"), no("mobile"), no("mobile")])
  }

  @Test func `a sensitive value is masked in its reason`() throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        fields:
          - {name: a, gewu: {check: cn.mobile, sensitive: personal}}
          - {name: b, type: integer, gewu: {sensitive: secret}}
          - {name: c, type: integer}
        """, path: "t.yaml")
    let read = try RecordBench(manifest, "a,b,c\n1380000,x,y\n")
    // What is no number may be a name that slipped into this column.
    #expect(read.reasons[0].map(\.value) == ["138****", nil, "*"])
    let slipped = try RecordBench(manifest, "a,b,c\n13800000000,1,990101198503121238x\n")
    #expect(slipped.reasons[0].map(\.value) == ["99*****************"])
    let open = try Manifest(
      yaml: "name: t\nfields:\n  - {name: a}\n  - {name: c, type: integer}\n", path: "t.yaml")
    #expect(try RecordBench(open, "a,c\n1,y\n").reasons[0].map(\.value) == ["y"])
  }

  @Test func `a position that is sealed is in no reason`() throws {
    let manifest = try Manifest(
      yaml: """
        name: t
        fields: [{name: a}, {name: lon, type: number}, {name: lat, type: number}]
        gewu: {sensitivity: 3, location: {x: lon, y: lat, crs: wgs84}}
        """, path: "t.yaml")
    let read = try RecordBench(manifest, "a,lon,lat\nk,120.91739°,30\n")
    #expect(read.reasons[0].map(\.value) == [nil])
  }

  @Test func `the hash is the same in every process, for stores keep it`() {
    func hash(_ text: String) -> ValueHash { Array(text.utf8).withUnsafeBytes { ValueHash($0) } }
    #expect(
      hash("abc") == ValueHash(high: 10_143_472_071_542_551_061, low: 1_521_550_948_682_383_506))
    #expect(
      hash("a table of people")
        == ValueHash(high: 17_542_243_511_239_848_450, low: 4_511_693_624_495_212_943))
  }

  /// A resident ID of the region 990101 whose check character is X, in the case given.
  private func synthetic(_ last: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    for order in 0..<1000 {
      let tail = String(order)
      let body = "99010119900307" + String(repeating: "0", count: 3 - tail.count) + tail
      let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
      if sum % 11 == 2 { return body + last }
    }
    return ""
  }
}
