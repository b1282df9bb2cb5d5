import Testing

@testable import Subjects

struct ValueTests {
  @Test(arguments: [
    ("11010519491231002X", "11010519491231002X"), ("11010519491231002x", "11010519491231002X"),
    ("440524188001010014", "440524188001010014"), ("110105491231002", "11010519491231002X"),
    ("440524800101998", "440524188001019989"), ("110105194912310021", ""),
    ("110105194902310029", ""), ("1101051949123100", ""), ("", ""), ("11010549123100A", ""),
  ])
  func `resident numbers`(text: String, expected: String) {
    let normal = ValueKind.residentID.normal(Array(text.utf8)[...])
    if text.hasSuffix("998") {
      #expect(normal.starts(with: "440524188001019".utf8.dropLast(1)))
      #expect(ResidentNumber.isValid(normal))
    } else {
      #expect(String(decoding: normal, as: UTF8.self) == expected)
    }
  }

  @Test(arguments: [
    (ValueKind.creditCode, "91110000600037341L", true), (.creditCode, "91110000600037341M", false),
    (.organisationCode, "D2143569-X", true), (.organisationCode, "600037341", true),
    (.organisationCode, "600037342", false), (.registrationNumber, "110108000000016", true),
    (.registrationNumber, "330203000030639", true), (.registrationNumber, "330203000030638", false),
    (.date, "2024-02-29", true), (.date, "20230229", false), (.date, "2024-02-29T10:00", true),
    (.phone, "0571-8888888", true), (.phone, "139****0001", false), (.phone, "110", false),
    (.code, "AB-1", true), (.code, "AB*1", false),
    (.number, "12.5", true), (.number, "0x1p3", false), (.number, "nan", false),
    (.maskedResidentID, "990101********0015", true), (.maskedResidentID, "990101", false),
  ])
  func `what can be read as a kind`(kind: ValueKind, text: String, isRead: Bool) {
    #expect(kind.normal(Array(text.utf8)[...]).isEmpty != isRead)
  }

  @Test(arguments: [
    ("ＡＢＣ　１２", "abc12"), (" Li\u{2022}Na ", "li·na"), ("Straße", "straße"), ("ÉCOLE", "école"),
    ("A\u{2014}1", "a-1"),
  ])
  func `writing that differs in form alone is equal`(text: String, expected: String) {
    #expect(String(decoding: Folding.fold(text.utf8), as: UTF8.self) == expected)
  }

  @Test(arguments: [-719_162, -1, 0, 59, 11_016, 19_782, 20_000, 2_932_896])
  func `days and their parts agree`(day: Int32) throws {
    let parts = try #require(CivilDay.parts(of: day))
    #expect(CivilDay.day(year: parts.year, month: parts.month, day: parts.day) == day)
  }

  @Test func `months back stay within the month`() throws {
    let day = try #require(CivilDay.day(year: 2026, month: 8, day: 31))
    #expect(CivilDay.months(6, before: day) == CivilDay.day(year: 2026, month: 2, day: 28))
    #expect(CivilDay.months(8, before: day) == CivilDay.day(year: 2025, month: 12, day: 31))
    #expect(CivilDay.months(40_000, before: day) == nil)
    #expect(CivilDay.parts(of: .min) == nil)
  }

  @Test func `a pool keeps each value once and puts values in order`() {
    var pool = ValuePool()
    var numbers: [String: UInt32] = [:]
    for index in 0..<5000 {
      let text = String(index * 7919 % 3000)
      let number = pool.number(of: text.utf8)
      #expect(numbers.updateValue(number, forKey: text) ?? number == number)
    }
    #expect(pool.count == 3001)
    #expect(pool.number(of: [UInt8]()) == 0)
    #expect(pool.find(Array("17".utf8)) == numbers["17"])
    #expect(pool.find(Array("x".utf8)) == nil)
    for (one, other) in [("17", "170"), ("2", "10"), ("5", "5")] {
      let order = pool.compare(numbers[one] ?? 0, numbers[other] ?? 0)
      #expect((order < 0) == one.utf8.lexicographicallyPrecedes(other.utf8))
      #expect((order == 0) == (one == other))
    }
    #expect(pool[999_999].isEmpty)
  }
}
