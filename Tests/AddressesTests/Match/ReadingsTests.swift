import Addresses
import Testing

@Suite struct ReadingsTests {
  let register = AddressesTests.register(
    streets + [row(60, in: 50, .building("3-1")), row(61, in: 52, .entrance("2"))])
  let estate = RegisterElement.estate("明发一园")

  @Test func `the register decides between readings, two that it supports leave it unsure`() {
    let matcher = AddressMatcher(register)
    func match(_ number: String, _ first: String, _ second: String) -> MatchResult {
      matcher.match(
        [
          reading([estate, .building(first), .entrance(second)]),
          reading([estate, .building(number)], cost: 5),
        ], text: "")
    }

    #expect(register.id(match("1-2", "1", "2").entry) == 61)
    #expect(register.id(match("3-1", "3", "1").entry) == 60)
    #expect(match("3-1", "3", "1").certainty == .equal)

    let both = AddressesTests.register(
      streets + [row(60, in: 50, .building("1-2")), row(61, in: 52, .entrance("2"))])
    let open = AddressMatcher(both).match(
      [
        reading([estate, .building("1"), .entrance("2")]),
        reading([estate, .building("1-2")], cost: 5),
      ], text: "")
    #expect(open.certainty == .unsure)
    #expect(both.ids(open) == [61, 60])
    #expect(both.id(open.entry) == 50)
  }

  @Test func `a number that nothing uses forbids the door and all below it`() {
    let matcher = AddressMatcher(register)
    let elements: [RegisterElement] = [.town("东街道"), .road("杨柳路"), .number("12")]

    let number = matcher.match([reading(elements, unused: [3..<5])], text: "东杨路77")
    let word = matcher.match([reading(elements, unused: [3..<4])], text: "东杨路啊")
    let phone = matcher.match([reading(elements, unused: [3..<14])], text: "东杨路13800000000")
    let again = matcher.match([reading(elements, unused: [3..<5])], text: "东杨路12")

    #expect(register.id(number.entry) == 4)
    #expect(number.level == .road)
    #expect(number.faults == [.unusedNumber(3..<5)])
    #expect(number.unused == [3..<5])
    #expect(register.id(word.entry) == 10)
    #expect(word.faults == [.unusedText(3..<4)])
    #expect(register.id(phone.entry) == 10)
    #expect(again.certainty == .equal)
  }

  @Test func `an old name answers with itself and its successor`() {
    let register = AddressesTests.register([
      row(1, .road("旧路"), status: .historic, successor: 2), row(2, .road("新路")),
      row(3, in: 1, .number("1"), status: .historic, successor: 4), row(4, in: 2, .number("1")),
      row(5, in: 2, .number("2"), validity: 0...10), row(6, in: 2, .number("9")),
      row(
        7, in: 2, .number("3"),
        aliases: [AddressAlias(.formerName, elements: [.number("33")])]),
    ])
    var settings = MatchSettings()
    settings.day = 20
    let matcher = AddressMatcher(register, settings: settings)

    let old = matcher.match(.road("旧路"), .number("1"))
    let moved = matcher.match(.road("旧路"), .number("9"))
    let expired = matcher.match(.road("新路"), .number("2"))
    let renumbered = matcher.match(.road("新路"), .number("33"))

    #expect(register.id(old.entry) == 3)
    #expect(register.id(old.successor) == 4)
    #expect(old.certainty == .sure)
    #expect(register.id(moved.entry) == 6)
    #expect(moved.faults == [.historicName(0..<1)])
    #expect(register.id(expired.entry) == 5)
    #expect(expired.faults == [.historicName(1..<2)])
    #expect(register.id(renumbered.entry) == 7)
  }

  @Test func `the context holds where the text names no division`() {
    var settings = MatchSettings()
    settings.context = register.index(of: 2)
    let matcher = AddressMatcher(register, settings: settings)

    #expect(register.id(matcher.match(.road("杨柳路"), .number("8")).entry) == 4)
    let away = matcher.match(.town("西街道"), .road("杨柳路"), .number("8"))
    #expect(register.id(away.entry) == 13)
    #expect(away.certainty == .equal)
  }
}
