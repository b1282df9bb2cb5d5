import Testing
import Time

@testable import DemoTruth

/// The figures of the 2020 census (National Bureau of Statistics, communiqués 3 to 7).
@Suite struct `People are as the census counts them` {
  /// What the people of a day are.
  struct Count {
    var people = 0
    var under15 = 0
    var from65 = 0
    var men = 0
    var floating = 0
    var families = 0
    var inFamilies = 0
    var alone = 0

    init(_ people: People, on day: Int32) {
      for (place, household) in people.households.enumerated() {
        let members = people.members(ofHousehold: place, on: day)
        for member in members {
          let one = people.persons[Int(member)]
          let age = one.age(on: day)
          self.people += 1
          if age < 15 { under15 += 1 }
          if age >= 65 { from65 += 1 }
          if one.sex == .male { men += 1 }
          if one.traits.contains(.floating) { floating += 1 }
        }
        guard household.form.isFamily, !members.isEmpty else { continue }
        families += 1
        inFamilies += members.count
        if members.count == 1 { alone += 1 }
      }
    }

    func expectCensus(of wanted: Int) {
      func share(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(whole) }
      func near(_ value: Double, _ figure: Double) -> Bool { abs(value - figure) < figure / 10 }
      #expect(near(Double(people), Double(wanted)), "people: \(people)")
      #expect(near(share(inFamilies, families) / 100, 2.62), "\(share(inFamilies, families))")
      #expect(near(share(alone, families), 25.4), "alone: \(share(alone, families))")
      #expect(near(share(under15, people), 17.95), "under 15: \(share(under15, people))")
      #expect(near(share(from65, people), 13.5), "from 65: \(share(from65, people))")
      #expect(near(share(men, people - men), 105.07), "sexes: \(share(men, people - men))")
      #expect((15...20).contains(share(floating, people)), "floating: \(share(floating, people))")
    }
  }

  @Test(arguments: [1, 6, 12])
  func `a tenth of a district has the census' shares in each month`(month: Int) {
    let day = Int32(TruthCalendar.day(ofMonth: month).ordinal)

    let count = Count(SampleHomes.tenthLives.people, on: day)

    count.expectCensus(of: 40_000)
  }

  @Test func `a quarter of another district has them too, and its plants`() {
    let people = SampleHomes(people: 100_000).people(PeoplePlan(seed: 3, people: 100_000))

    Count(people, on: TruthCalendar.todayOrdinal).expectCensus(of: 100_000)
    for kind in Plant.Kind.allCases {
      #expect(people.plants(of: kind).count == kind.count(of: 100_000), "\(kind)")
      #expect(kind.count(of: 400_000) == kind.fullCount)
    }
  }

  /// The shares of the five most frequent surnames: Ministry of Public Security, report on names of 2019
  /// and 2020; the names of one in two people are among the first twenty-five or so.
  @Test func `surnames and names are as unequal as in the country`() {
    let people = SampleHomes.tenthLives.people
    var surnames = [Int](repeating: 0, count: Surnames.count)
    var zhangWei = 0
    let han = people.persons.filter { $0.ethnicGroup == 1 && !$0.traits.contains(.planted) }
    for one in han where !one.name.isOneWord {
      surnames[Int(one.name.surname)] += 1
      if one.name.text == "张伟" { zhangWei += 1 }
    }

    for (text, share) in [("王", 7.25), ("李", 7.19), ("张", 6.83), ("刘", 5.38), ("陈", 4.53)] {
      let found = 100 * Double(surnames[Int(Surnames.place(of: text))]) / Double(han.count)
      #expect(abs(found - share) < share / 10, "\(text): \(found)")
    }
    #expect(surnames.filter { $0 > 0 }.count > 180)
    // 0.021 % of the country are called 张伟 (Ministry of Public Security, 2019).
    #expect((5...45).contains(zhangWei), "\(zhangWei) of \(han.count)")
  }
}
