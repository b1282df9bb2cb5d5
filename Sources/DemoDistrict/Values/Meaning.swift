import Datasets

/// What a field of a manifest is about, and so where its values come from.
enum Meaning {
  /// A text that is different in each row.
  case serial
  /// The number of the row, counted through the values of the other key fields.
  case longitude, latitude
  case personName, residentID, birthDate, gender, age, kinship
  /// Somebody other than the one that the row is about.
  case otherName, otherID
  case householdNumber
  /// How many people and households the grid of the row has.
  case residents, households
  case mobile, phone, plate
  case address
  /// The code of the place: of a grid, a community, a street or the district.
  case division(DivisionLevel)
  case divisionName(DivisionLevel)
  case organisationName, creditCode, organisationCode, registrationNumber
  case estate, road
  case code, allowed
  case pattern(PatternSampler)
  case day, moment, year, month
  case integer, number, boolean
  case text
}
