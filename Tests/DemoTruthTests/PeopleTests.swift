import Testing
import Time

@testable import DemoTruth

@Suite struct `No life is impossible` {
  private let people = SampleHomes.tenthLives.people

  @Test func `mothers and fathers are of the age for it, and alive`() {
    for (place, one) in people.persons.enumerated() {
      if one.mother >= 0 {
        let mother = people.persons[Int(one.mother)]
        #expect(mother.sex == .female && mother.death >= one.birth, "\(place)")
        #expect(
          (15...49).contains(mother.age(on: one.birth)), "\(place): \(mother.age(on: one.birth))")
      }
      if one.father >= 0 {
        let father = people.persons[Int(one.father)]
        #expect(father.sex == .male && father.death >= one.birth - 280, "\(place)")
        #expect(
          (18...65).contains(father.age(on: one.birth)), "\(place): \(father.age(on: one.birth))")
      }
    }
  }

  @Test func `nobody marries before the age of the law, or after death`() {
    for marriage in people.marriages {
      for (place, age) in [(marriage.husband, 22), (marriage.wife, 20)] where place >= 0 {
        let one = people.persons[Int(place)]
        #expect(one.age(on: marriage.from) >= age, "\(place): \(one.age(on: marriage.from))")
        #expect(marriage.to <= one.death, "\(place)")
      }
      #expect(marriage.from < marriage.to)
      guard marriage.husband >= 0, marriage.wife >= 0 else { continue }
      #expect(people.persons[Int(marriage.husband)].sex == .male)
      #expect(people.persons[Int(marriage.wife)].sex == .female)
    }
  }

  @Test func `nobody is in two marriages on one day, and spouses have each other`() {
    let lives = SampleHomes.tenthLives
    for place in people.persons.indices {
      let own = lives.marriages(of: place)
      for (one, next) in zip(own, own.dropFirst()) { #expect(one.to <= next.from, "\(place)") }
      guard let spouse = lives.spouse(of: place, on: TruthCalendar.todayOrdinal), spouse >= 0 else {
        continue
      }
      #expect(lives.spouse(of: Int(spouse), on: TruthCalendar.todayOrdinal) == Int32(place))
    }
  }

  @Test(arguments: [1, 12]) func `a child lives with someone grown up`(month: Int) {
    let day = Int32(TruthCalendar.day(ofMonth: month).ordinal)
    for household in people.households.indices where people.households[household].form.isFamily {
      let members = people.members(ofHousehold: household, on: day).map { people.persons[Int($0)] }
      guard !members.isEmpty else { continue }
      #expect(members.contains { $0.age(on: day) >= 18 }, "household \(household)")
    }
  }

  @Test func `numbers are valid, and no two people share one`() {
    var seen: Set<String> = []
    var mobiles: Set<String> = []
    for place in people.persons.indices {
      let number = people.number(of: place)
      #expect(seen.insert(number).inserted, "\(number)")
      #expect(mobiles.insert(people.mobile(of: place)).inserted)
      guard people.documentKind(of: place) == 111 else { continue }
      let one = people.persons[place]
      let birth = Day(ordinal: Int(one.birth)).number
      #expect(number.hasPrefix("99") && number.dropFirst(6).prefix(8) == "\(birth)")
      #expect((Int(one.sequence) % 2 == 1) == (one.sex == .male))
      if let old = people.oldNumber(of: place) {
        #expect(old == number.prefix(6) + number.dropFirst(8).prefix(9))
      }
    }
  }

  @Test func `numbers have the check characters of their standards`() {
    // Worked out by hand from the weights of GB 11643-1999.
    #expect(
      PersonalNumber.resident(birth: 19_900_101, sequence: 1, region: "990101")
        == "990101199001010019")
    #expect(
      PersonalNumber.credit(kind: "91", index: 7, region: "990101")
        .hasPrefix("91990101MA00000"))
  }

  @Test func `the same people on one thread and on two`() {
    let homes = SampleHomes(people: 8_000)
    let one = homes.lives(PeoplePlan(seed: 5, people: 8_000, threads: 1))
    let two = homes.lives(PeoplePlan(seed: 5, people: 8_000, threads: 2))

    #expect(one.people.persons.map(\.fields) == two.people.persons.map(\.fields))
    #expect(one.facts == two.facts && one.jobs == two.jobs && one.enrolments == two.enrolments)
    #expect(one.registrations == two.registrations && one.ownerships == two.ownerships)
    #expect(one.tenancies == two.tenancies && one.secondHomes == two.secondHomes)
  }
}

extension Person {
  /// Everything about a person as numbers, to compare.
  var fields: [Int32] {
    [
      birth, death, joined, left, household, father, mother, Int32(traits.rawValue),
      Int32(name.surname), Int32(name.group), Int32(name.given), Int32(region), Int32(sequence),
      Int32(relation), Int32(ethnicGroup), Int32(sex.rawValue),
    ]
  }
}
