/// One inhabitant, as small as can be: everything else follows from it.
struct Person {
  /// The place of the household in the list.
  var household: Int32
  /// The day of birth as `YYYYMMDD`.
  var birth: Int32
  /// The random bits that the name is made of; children have those of the father's surname.
  var surname: UInt32
  var given: UInt32
  /// The sequence in the resident ID, odd for men.
  var sequence: UInt16
  var role: HouseholdRole

  var isMale: Bool { sequence % 2 == 1 }
}
