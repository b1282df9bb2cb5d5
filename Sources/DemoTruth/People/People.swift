internal import Time

/// Everyone of the district from 2016-07-01 to 2027-06-30, in households in dwellings.
package struct People: Sendable {
  /// Which district of the city they live in.
  package var division = Division.first
  package var persons: [Person]
  package var households: [Household]
  /// By household, then by day.
  package var tenures: [Tenure]
  package var marriages: [Marriage]
  package var plants: [Plant]
  /// Former names, by the place of the person: few have one.
  package var formerNames: [(person: Int32, name: PersonName)]
  /// The first of the owners who live elsewhere; they are the last of `persons`.
  package var firstOwnerElsewhere: Int

  /// The plants of a kind.
  package func plants(of kind: Plant.Kind) -> [Plant] { plants.filter { $0.kind == kind } }

  /// The name of a person.
  package func name(of person: Int) -> String { persons[person].name.text }

  /// The name that a person had before, or nil.
  package func formerName(of person: Int) -> String? {
    var (low, high) = (0, formerNames.count)
    while low < high {
      let middle = (low + high) / 2
      if formerNames[middle].person < person { low = middle + 1 } else { high = middle }
    }
    guard low < formerNames.count, formerNames[low].person == person else { return nil }
    return formerNames[low].name.text
  }

  /// The number of the document by which a person is known: a resident ID, a passport or a permit.
  package func number(of person: Int) -> String {
    let one = persons[person]
    if isFromAbroad(person) { return passport(of: person) }
    return PersonalNumber.resident(
      birth: Day(ordinal: Int(one.birth)).number, sequence: Int(one.sequence),
      region: Origin.code(one.region))
  }

  /// The code of that document by GA/T 517: 111 resident card, 414 passport, 511 and 516 permits.
  package func documentKind(of person: Int) -> Int {
    let traits = persons[person].traits
    if traits.contains(.foreigner) { return 414 }
    return traits.contains(.compatriot) ? (person % 5 < 2 ? 511 : 516) : 111
  }

  /// The 15 digits that a person had before 18 came in on 1999-10-01, or nil for those who were
  /// younger than 16 then, the age at which a card was given out.
  package func oldNumber(of person: Int) -> String? {
    let one = persons[person]
    guard documentKind(of: person) == 111 else { return nil }
    let birth = Day(ordinal: Int(one.birth)).number
    guard birth < 1983_10_01 else { return nil }
    return Origin.code(one.region) + Digits.padded(birth % 1_000_000, 6)
      + Digits.padded(Int(one.sequence), 3)
  }

  /// A mobile number; no other person of the city has it.
  package func mobile(of person: Int) -> String {
    PersonalNumber.mobile(person * 611_953 + 40_037, in: division)
  }
}
