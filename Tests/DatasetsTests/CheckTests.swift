import Datasets
import Tabular
import Testing

private typealias Outcome = CellBench.Outcome

@Suite struct CheckTests {
  private func kept(_ check: String, _ texts: [String]) throws -> [String?] {
    var bench = try CellBench("{name: v, gewu: {check: \(check)}}")
    return texts.map { text in
      let outcome = bench.read(text)
      return outcome.errors.isEmpty ? outcome.value : outcome.errors.joined(separator: ",")
    }
  }

  @Test func `resident IDs agree with the published vectors, in any width and case`() throws {
    #expect(
      try kept(
        "cn.resident-id",
        [
          "360426199101010071", "11010519491231002x", "440524188001010014", "110105491231002",
          "１１０１０５１９４９１２３１００２Ｘ", "360426199101010072", "11010517491231002X", "110105491331002",
          "36042619910101007", "36042619910101007I",
        ]) == [
          "360426199101010071", "11010519491231002X", "440524188001010014", "11010519491231002X",
          "11010519491231002X", "resident-id-check", "resident-id-date,resident-id-check",
          "resident-id-date", "resident-id-form", "resident-id-form",
        ])
  }

  @Test func `a resident ID of 15 digits is kept as one of 18, with a remark`() throws {
    var bench = try CellBench("{name: v, gewu: {check: cn.resident-id, title_zh: 身份证号}}")
    #expect(
      bench.read("990101491231002")
        == Outcome("990101194912310028", remarks: ["info:resident-id-legacy"]))
    #expect(
      bench.reasons == [
        Reason(
          code: .check(.china(.residentIDLegacy)), severity: .info, field: "v",
          value: "990101491231002", arguments: [Argument("title_zh", "身份证号")])
      ])
    // Orders from 996 were given to those born in the century before.
    #expect(bench.read("990101991231997").value?.hasPrefix("99010118991231997") == true)
  }

  @Test func `credit codes may have letters in front, and what they embed is only remarked on`()
    throws
  {
    var bench = try CellBench("{name: v, gewu: {check: cn.credit-code}}")
    #expect(bench.read("91110000600037341L") == Outcome("91110000600037341L"))
    #expect(bench.read("91110000600037341l") == Outcome("91110000600037341L"))
    #expect(bench.read("91110000600037342M").errors == ["credit-code-check"])
    let embedded = try #require(
      "0123456789ABCDEFGHJKLMNPQRTUWXY".lazy.map { bench.read("91110000600037342\($0)") }
        .first { $0.errors.isEmpty })
    #expect(embedded.remarks == ["warning:organisation-code-embedded"])
  }

  @Test func `organisation codes and registration numbers agree with the published vectors`() throws
  {
    #expect(
      try kept(
        "cn.organisation-code",
        ["D2143569-X", "60003734-1", "d2143569x", "60003734-2", "6000373-41", "60003734*"])
        == [
          "D2143569X", "600037341", "D2143569X", "organisation-code-check",
          "organisation-code-form", "masked",
        ])
    #expect(
      try kept(
        "cn.registration-number",
        [
          "110108000000016", "330203000030639", "330200600002522", "330200400070010",
          "110108000000017", "11010800000001", "11010800000001X",
        ]) == [
          "110108000000016", "330203000030639", "330200600002522", "330200400070010",
          "registration-number-check", "registration-number-form", "registration-number-form",
        ])
    var bench = try CellBench("{name: v, gewu: {check: cn.registration-number}}")
    #expect(
      bench.read("3301061234567")
        == Outcome("3301061234567", remarks: ["warning:registration-number-legacy"]))
  }

  @Test func `telephone numbers have an area code, an extension or neither`() throws {
    let right = [
      "19900000000", "+8619900000000", "0571-88888888", "010-8888-8888", "(0571)88888888",
      "88888888",
      "8888888", "0571-88888888-123", "88888888转6", "400-820-0000", "8008200000",
    ]
    #expect(try kept("cn.phone", right) == right)
    #expect(try kept("cn.phone", ["０５７１－８８８８８８８８"]) == ["0571-88888888"])
    for wrong in ["12345678901", "0571", "1990000000", "19900000000/1", "无", "-8888888"] {
      #expect(try kept("cn.phone", [wrong]) == ["phone"], "\(wrong)")
    }
    #expect(try kept("cn.mobile", ["19900000000", "12900000000"]) == ["19900000000", "mobile"])
  }

  @Test func `number plates are of seven or eight characters`() throws {
    #expect(
      try kept(
        "cn.plate",
        ["浙A12345", "浙a·1234b", "浙AD12345", "浙A12345D", "京A1234学", "粤Z1234港", "使014578"])
        == ["浙A12345", "浙A1234B", "浙AD12345", "浙A12345D", "京A1234学", "粤Z1234港", "使014578"])
    for wrong in ["A12345", "浙12345", "浙A1234I", "浙A123456", "浙AX12345", "浙A1234", "浙A12345学"] {
      #expect(try kept("cn.plate", [wrong]) == ["plate"], "\(wrong)")
    }
  }

  @Test func `division codes have 6, 9, 12 or 15 digits and nothing below a level of zeros`() throws
  {
    let right = [
      "990101", "990101001", "990101001002", "990101001002003", "990000", "990101001000",
    ]
    #expect(try kept("cn.division-code", right) == right)
    for wrong in ["99010", "9901010011", "990001", "990100001", "990101000002", "99010A"] {
      #expect(try kept("cn.division-code", [wrong]) == ["division-code"], "\(wrong)")
    }
  }

  @Test func `a masked value is refused as such, or kept where the manifest allows it`() throws {
    #expect(
      try kept("cn.resident-id", ["330106********123X", "33010６＊＊＊"]) == ["masked", "masked"])
    var bench = try CellBench(
      "{name: v, title: ID, constraints: {pattern: \"[0-9X]{18}\"}, gewu: {check: cn.resident-id, "
        + "masked: allow}}")
    #expect(
      bench.read("330106********123X")
        == Outcome("330106********123X", remarks: ["warning:masked"]))
    #expect(bench.reasons.map(\.code) == [.row(.masked)])
    #expect(bench.reasons.map(\.arguments) == [[Argument("title", "ID")]])
  }

  @Test func `a warning keeps the row, but a key must be there`() throws {
    var phone = try CellBench(
      "{name: v, constraints: {required: true, maxLength: 11}, gewu: {check: cn.mobile, severity: "
        + "warning}}")
    #expect(phone.read("123") == Outcome("123", remarks: ["warning:mobile"]))
    #expect(phone.read("") == Outcome(nil, remarks: ["warning:required"]))
    var day = try CellBench("{name: v, type: date, gewu: {severity: info}}")
    #expect(day.read("yesterday") == Outcome(nil, remarks: ["info:type-date"]))
    var key = try CellBench(
      "{name: v, type: integer, constraints: {minimum: 5}, gewu: {severity: warning}}",
      top: "primaryKey: [v]\n")
    #expect(key.read("3") == Outcome("3", remarks: ["warning:minimum"]))
    #expect(key.read("x") == Outcome(nil, errors: ["type-integer"]))
    #expect(key.read("") == Outcome(nil, errors: ["key-missing"]))
  }

  @Test func `texts are normalized as the manifest asks`() throws {
    var bench = try CellBench("{name: v, gewu: {normalize: [nfkc, upper, digits]}}")
    #expect(bench.read("（０５７１）－８８ ８８ab") == Outcome("(0571)8888AB"))
    #expect(bench.read("\u{3000}－\u{A0}") == Outcome(nil))
    #expect(bench.read("格物") == Outcome("格物"))
    var plain = try CellBench("{name: v, constraints: {required: true}, gewu: {normalize: digits}}")
    #expect(plain.read("- ") == Outcome(nil, errors: ["required"]))
  }
}
