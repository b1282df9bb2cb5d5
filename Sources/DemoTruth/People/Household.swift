/// People who live together, as long as they do, through all the dwellings that they had here.
package struct Household: Sendable {
  package var form: HouseholdForm
  /// Whether the hukou of its head is in another city.
  package var isFloating: Bool
  /// The first of its people in `people.persons`; they follow each other, the head first.
  package var firstPerson: Int32
  package var personCount: Int32
  /// The first of its tenures in `people.tenures`; they follow each other by day.
  package var firstTenure: Int32
  package var tenureCount: Int32

  /// The places of everyone who ever was a member.
  package var members: Range<Int> {
    Int(firstPerson)..<Int(firstPerson) + Int(personCount)
  }

  /// The places of its tenures.
  package var tenures: Range<Int> {
    Int(firstTenure)..<Int(firstTenure) + Int(tenureCount)
  }
}
