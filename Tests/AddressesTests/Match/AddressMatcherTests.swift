import Addresses
import Testing

@Suite struct AddressMatcherTests {
  let register: AddressRegister
  let matcher: AddressMatcher

  init() {
    register = AddressesTests.register(streets)
    matcher = AddressMatcher(register, variants: NameVariants(lines: "园苑\n景境"))
  }

  @Test func `a whole address is class A, with or without its divisions`() {
    for divisions: [RegisterElement] in [
      [.county("测试区"), .town("东街道")], [.county("测试区")], [.town("东街道")], [],
    ] {
      let answer = matcher.match(
        elements: divisions + [
          .road("杨柳路"), .number("12"), .building("3"), .entrance("2"), .room("0302"),
        ])

      #expect(register.id(answer.entry) == 42)
      #expect(answer.certainty == .equal)
      #expect(answer.level == .room)
      #expect(answer.precision == .doorPlate)
      #expect(answer.score == 100)
      #expect(answer.faults == [])
    }
  }

  @Test func `a number that the road does not have stays on the road`() {
    let answer = matcher.match(.town("东街道"), .road("杨柳路"), .number("8"), .building("3"))

    #expect(register.id(answer.entry) == 4)
    #expect(answer.level == .road)
    #expect(answer.certainty == .sure)
    #expect(answer.faults == [.numberNotOnRoad(2..<3)])
    #expect(answer.precision == .roadCentre)
  }

  @Test func `a number that one of two roads of a name has decides between them`() {
    let answer = matcher.match(.road("杨柳路"), .number("8"))

    #expect(register.id(answer.entry) == 13)
    #expect(answer.certainty == .equal)
    #expect(answer.distinguishability == 100 - 80)
  }

  @Test func `roads that fit alike are candidates in the order of the register`() {
    let answer = matcher.match(.road("杨柳路"))

    #expect(answer.certainty == .unsure)
    #expect(register.ids(answer) == [4, 5])
    #expect(answer.candidateCount == 2)
    #expect(answer.distinguishability == 0)
    #expect(register.id(answer.entry) == 1)
    #expect(answer.level == .county)
  }

  @Test func `numbers and letters are atoms`() {
    let road: [RegisterElement] = [.town("东街道"), .road("杨柳路")]
    func id(_ elements: RegisterElement...) -> Int64? {
      register.id(matcher.match(elements: road + elements).entry)
    }

    #expect(id(.number("甲8")) == 12)
    #expect(id(.number("8")) == 4)
    #expect(id(.number("12"), .building("b")) == 22)
    #expect(id(.number("12"), .building("8")) == 10)
    #expect(id(.number("12"), .building("3"), .entrance("2"), .room("302")) == 42)
    #expect(id(.number("12"), .building("3"), .entrance("2"), .room("3002")) == 31)
    #expect(id(.number("12"), .building("3"), .entrance("1"), .room("302")) == 30)
    #expect(id(.number("12"), .building("3"), .entrance("9"), .room("101")) == 21)
  }

  @Test func `a room in two entrances is unsure and stays at the building`() {
    let answer = matcher.match(.estate("绿园"), .building("3"), .room("101"))

    #expect(answer.certainty == .unsure)
    #expect(register.id(answer.entry) == 21)
    #expect(answer.level == .building)
    #expect(register.ids(answer) == [40, 41])
  }

  @Test func `an entrance that is left out is a fault, one the register does not know too`() {
    let without = matcher.match(.estate("绿园"), .building("3"), .room("1302"))
    let unknown = matcher.match(.estate("绿园"), .building("1"), .entrance("1"), .room("302"))

    #expect(register.id(without.entry) == 43)
    #expect(without.certainty == .sure)
    #expect(without.faults == [.secondName(0..<1), .omitted(.entrance)])
    #expect(register.id(unknown.entry) == 44)
    #expect(unknown.faults == [.secondName(0..<1), .beyondRegister(.entrance, 2..<3)])
  }

  @Test func `a range is found by its members of equal parity, a door of its own first`() {
    let road: [RegisterElement] = [.town("东街道"), .road("杨柳路")]

    let member = matcher.match(elements: road + [.number("14")])
    let own = matcher.match(elements: road + [.number("12")])
    let odd = matcher.match(elements: road + [.number("13")])

    #expect(register.id(member.entry) == 11)
    #expect(member.faults == [.memberOfRange(2..<3)])
    #expect(register.id(own.entry) == 10)
    #expect(register.id(odd.entry) == 4)
  }

  @Test func `a range that the register has as several entries is unsure`() {
    let answer = matcher.match(.estate("明发二园"), .building("1-2"))

    #expect(answer.certainty == .unsure)
    #expect(register.ids(answer) == [53, 54])
    #expect(register.id(answer.entry) == 51)
  }

  @Test func `a wrong town is a fault of a sure answer, a wrong county leaves it unsure`() {
    let town = matcher.match(.town("西街道"), .estate("绿园"), .building("3"))
    let road = matcher.match(.town("东街道"), .road("长桥路"), .number("1"))
    let county = matcher.match(.county("别处区"), .road("长桥路"), .number("1"))

    #expect(register.id(town.entry) == 21)
    #expect(register.id(road.entry) == 14)
    #expect(road.certainty == .sure)
    #expect(road.faults == [.localityContradicts(.town, 0..<1)])
    #expect(register.id(county.entry) == 14)
    #expect(county.certainty == .unsure)
  }

  @Test func `a variant of a name is unsure where only the number of a building agrees`() {
    let found = matcher.match(.estate("明发一苑"), .building("1"))
    let alone = matcher.match(.estate("明发一苑"))
    let denied = matcher.match(.estate("明发一苑"), .building("7"))

    #expect(register.id(found.entry) == 52)
    #expect(found.faults == [.nameVariant(0..<1)])
    #expect(found.certainty == .unsure, "every estate has a building 1")
    #expect(alone.certainty == .unsure)
    #expect(denied.certainty != .sure)
  }

  @Test func `a phase is no other phase, nor the estate without one`() {
    let right = matcher.match(.estate("明发一园"), .part("2"), .building("9"))
    let wrong = matcher.match(.estate("明发一园"), .part("3"), .building("9"))
    let none = matcher.match(.estate("明发一园"), .building("9"))

    #expect(register.id(right.entry) == 56)
    #expect(register.id(wrong.entry) == 50)
    #expect(wrong.faults == [.unitAbsent(.estatePart, 1..<2)])
    #expect(register.id(none.entry) == 56)
    #expect(none.certainty == .sure)
  }

  @Test func `a road that is not there leaves the division, below the floor nothing`() {
    let answer = matcher.match(.town("东街道"), .road("无名路"), .number("12"), .building("3"))

    #expect(answer.certainty == .none)
    #expect(answer.entry == nil)
    #expect(register.ids(answer) == [2])
    #expect(matcher.match(.number("12"), .building("3")).certainty == .none)
    #expect(matcher.match().candidates == [])
  }
}
