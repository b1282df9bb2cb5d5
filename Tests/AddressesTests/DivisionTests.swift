import Addresses
import Testing

@Suite struct DivisionTests {
  let parser: AddressParser
  var divisions: Divisions { parser.divisions }

  init() throws { parser = try Fixture.parser() }

  private func codes(_ text: String, within: String? = nil) throws -> [String] {
    let context = try within.map { try #require(divisions.division(code: $0)) }
    return parser.readings(of: text, within: context).first?.divisions
      .compactMap { divisions.code(of: $0) } ?? []
  }

  @Test("A name that two cities have is open, unless the text or the district decides")
  func ambiguous() throws {
    #expect(try codes("朝阳区建国路5号") == ["110105", "220104"])
    #expect(try codes("长春市朝阳区建国路5号") == ["220104"])
    #expect(try codes("朝阳区建国路5号", within: "110105") == ["110105"])
    #expect(try codes("朝阳区建国路5号", within: "22") == ["220104"])
    #expect(try codes("鼓楼区庐山路98-1号").count == 2)
  }

  @Test(
    "After the name of the country the divisions begin anew",
    arguments: [
      ("四川省内江市东兴区中国浙江省嘉兴市海宁市长安镇", "330481", "province:浙江省 city:嘉兴市 county:海宁市 town:长安镇"),
      ("浙江省杭州市余杭区中国浙江省嘉兴市海宁市长安镇", "330481", "province:浙江省 city:嘉兴市 county:海宁市 town:长安镇"),
      ("中国浙江省嘉兴市", "3304", "province:浙江省 city:嘉兴市"),
      ("中华人民共和国浙江省", "33", "province:浙江省"),
      ("浙江省杭州市中国银行", "3301", "province:浙江省 city:杭州市 place:中国银行"),
      ("中国大厦3楼", "", "place:中国大厦 floor:3楼"),
    ])
  func country(text: String, code: String, expected: String) throws {
    #expect(try codes(text) == (code.isEmpty ? [] : [code]))
    #expect(parser.readings(of: text).first?.shown(of: text) == expected)
  }

  @Test("With and without the district, the same address") func context() throws {
    let context = try #require(divisions.division(code: "320106"))
    let with = parser.readings(of: "南京市鼓楼区庐山路98号", within: context).first
    let without = parser.readings(of: "庐山路98号", within: context).first
    #expect(with?.keys == without?.keys)
    #expect(
      without?.keys == "province=江苏省 city=南京市 county=鼓楼区 road=庐山路 roadNumber=98")
    #expect(without?.divisions == [context])
  }

  @Test("What follows from a county is implied, with an empty source") func implied() {
    let reading = parser.readings(of: "海宁市长安镇").first
    #expect(reading?.keys == "province=浙江省 city=嘉兴市 county=海宁市 town=长安镇")
    #expect(reading?[.province]?.source.isEmpty == true)
    #expect(reading?[.county]?.source == 0..<3)
  }

  @Test("A former name is the division of today") func formerNames() throws {
    #expect(try codes("湖北襄樊") == ["4206"])
    #expect(parser.readings(of: "湖北襄樊").first?.key(.city) == "襄阳市")
    #expect(try codes("阿克苏地区阿拉尔市") == ["659002"])
    #expect(try codes("新疆阿拉尔市") == ["659002"])
  }

  @Test(
    "Merged divisions lead to their successors by date",
    arguments: [
      ("330104", 2016, "330104"), ("330104", 2022, "330102"), ("330103", 2022, "330105"),
      ("510132", 2019, "510132"), ("510132", 2021, "510118"), ("330621", 2014, "330603"),
      ("3712", 2020, "370116"),
    ])
  func successors(code: String, year: Int32, expected: String) throws {
    let id = try #require(divisions.division(code: code))
    let current = try #require(divisions.current(id, on: Fixture.year(year)))
    #expect(divisions.code(of: current) == expected)
  }

  @Test("The row of a day; nothing before the first") func rows() throws {
    let id = try #require(divisions.division(code: "4206"))
    #expect(divisions.row(of: id, on: Fixture.year(2009))?.name == "襄樊市")
    #expect(divisions.row(of: id, on: Fixture.year(2010))?.name == "襄阳市")
    #expect(divisions.row(of: id)?.name == "襄阳市")
    let late = try #require(divisions.division(code: "510118"))
    #expect(divisions.row(of: late, on: Fixture.year(2000)) == nil)
    #expect(divisions.current(late, on: Fixture.year(2000)) == nil)
  }

  @Test("The successor's district reads the old name as its own") func oldNameInContext() throws {
    #expect(try codes("江干区凯旋路5号", within: "330102") == ["330104"])
  }

  @Test(
    "No division from the beginning of a name",
    arguments: ["绍兴路59号", "金水东路1号", "重庆路其仓11号", "中山大道16号", "香港城西街2号", "岳阳街道5号"])
  func names(text: String) throws {
    #expect(try codes(text) == [])
  }

  @Test("Levels may be skipped, and what is contradicted is left unused") func skips() throws {
    #expect(try codes("广东省中山市石岐街道") == ["4420"])
    #expect(try codes("浙江省海宁市") == ["330481"])
    let text = "浙江省绍兴市绍兴县柯桥区安昌街道"
    let reading = try #require(parser.readings(of: text).first)
    #expect(reading.shown(of: text) == "province:浙江省 city:绍兴市 county:柯桥区 town:安昌街道")
    #expect(reading.unused == [6..<9])
  }

  @Test("Twice is once") func twice() throws {
    let text = "浙江省杭州市浙江省杭州市余杭区"
    let reading = try #require(parser.readings(of: text).first)
    #expect(reading.shown(of: text) == "province:浙江省 city:杭州市 county:余杭区")
    #expect(reading.unused == [6..<9, 9..<12])
  }

  @Test("Contradicted twice, each stretch is still listed once") func contradictedTwice() {
    for reading in parser.readings(of: "朝阳区朝阳区浙江省朝阳区附近") {
      let places = (reading.elements.map(\.source) + reading.unused).flatMap { Array($0) }
      #expect(Set(places).count == places.count)
    }
  }

  @Test("The order of rows does not matter") func order() throws {
    var random = FixedGenerator(state: 3)
    for _ in 0..<5 {
      let shuffled = try Divisions(
        rows: Fixture.rows.shuffled(using: &random), grammar: parser.grammar)
      let other = AddressParser(grammar: parser.grammar, divisions: shuffled)
      for text in ["朝阳区建国路5号", "湖北襄樊", "阿克苏地区阿拉尔市", "杭州江干区"] {
        #expect(other.readings(of: text) == parser.readings(of: text))
      }
    }
  }

  @Test(
    "Rows that cannot be",
    arguments: [
      ([DivisionRow(code: "1", name: "", kind: .city)], DivisionError.emptyName(code: "1")),
      (
        [DivisionRow(code: "1", name: "a", kind: .city, parent: "2")],
        .unknownParent(code: "1", parent: "2")
      ),
      (
        [DivisionRow(code: "1", name: "a", kind: .city, successor: "2")],
        .unknownSuccessor(code: "1", successor: "2")
      ),
      (
        [
          DivisionRow(code: "1", name: "a", kind: .city, parent: "2"),
          DivisionRow(code: "2", name: "b", kind: .city, parent: "1"),
        ], .circle(code: "1")
      ),
      (
        [
          DivisionRow(code: "1", name: "a", kind: .city),
          DivisionRow(code: "1", name: "b", kind: .county),
        ], .twoKinds(code: "1")
      ),
    ])
  func errors(rows: [DivisionRow], expected: DivisionError) {
    #expect(throws: expected) { try Divisions(rows: rows, grammar: parser.grammar) }
  }
}
