import Testing
import Time

import DemoTruth
@testable import DemoDistrict

@Suite struct `The people of the demo district` {
  @Test func `numbers have the check characters of their standards`() {
    // Worked out by hand from the weights of GB 11643-1999.
    #expect(
      PersonalNumber.resident(birth: 19_900_101, sequence: 1, region: "990101")
        == "990101199001010019")
    #expect(
      PersonalNumber.resident(birth: 19_900_101, sequence: 1, region: "990101").utf8.count
        == 18)
    #expect(
      PersonalNumber.credit(kind: "91", index: 7, region: "990101")
        .hasPrefix("91990101MA00000"))
    #expect(PersonalNumber.registration(index: 7, region: "990101").utf8.count == 15)
  }

  @Test func `nobody shares a number, and men have odd ones`() {
    let region = Region(seed: 5, people: 6_000)
    let people = region.population.people.indices

    let numbers = people.map(region.residentID)

    #expect(Set(numbers).count == people.count)
    for (person, number) in zip(people, numbers) {
      let last = Array(number.utf8)[16] - 48
      #expect((last % 2 == 1) == region.population.people[person].isMale)
    }
  }

  @Test func `the same seed gives the same people`() {
    let (a, b) = (Region(seed: 9, people: 2_000), Region(seed: 9, people: 2_000))

    #expect(
      (0..<2_000).allSatisfy { a.name($0) == b.name($0) && a.residentID($0) == b.residentID($0) })
  }

  @Test func `days are counted without error over four centuries`() {
    var day = Day(number: 1890_01_01)
    for ordinal in day.ordinal..<(day.ordinal + 146_097) {
      #expect(day.ordinal == ordinal)
      day = day.adding(days: 1)
    }
    #expect(day == Day(number: 2290_01_01))
  }
}
