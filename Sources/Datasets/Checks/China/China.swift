/// The checks of mainland China's identification codes, numbers and plates.
///
/// Full-width digits and letters are read as those of ASCII, and letters are made capitals.
package enum China {
  typealias Faults = CheckFaults<ChinaReason>

  /// All of them: a new check is added here.
  ///
  /// Where a field asks for several, they run in this order.
  package static let checks: [Check] = [
    ResidentID.check, CreditCode.check, OrganisationCode.check, OrganisationCode.registration,
    MobileNumber.check, PhoneNumber.check, NumberPlate.check, DivisionCode.check,
  ]
}

/// What the checks of China find; a new reason is added at the end.
package enum ChinaReason: String, CheckCode {
  /// Not 18 digits (the last may be X) nor 15.
  case residentIDForm = "resident-id-form"
  /// The date of birth within is not a date.
  case residentIDDate = "resident-id-date"
  /// The check character is wrong.
  case residentIDCheck = "resident-id-check"
  /// Not 18 characters of the alphabet.
  case creditCodeForm = "credit-code-form"
  /// The check character is wrong.
  case creditCodeCheck = "credit-code-check"
  case mobile
  /// A resident ID of 15 digits, kept as the one of 18 that took its place.
  case residentIDLegacy = "resident-id-legacy"
  /// Not 8 characters and a check character.
  case organisationCodeForm = "organisation-code-form"
  /// The check character is wrong.
  case organisationCodeCheck = "organisation-code-check"
  /// The check character of the organisation code within a credit code is wrong.
  case organisationCodeEmbedded = "organisation-code-embedded"
  case registrationNumberForm = "registration-number-form"
  /// The check digit is wrong.
  case registrationNumberCheck = "registration-number-check"
  /// A registration number of 13 digits, as before 2007.
  case registrationNumberLegacy = "registration-number-legacy"
  case phone
  case plate
  /// Not a division code of 6, 9, 12 or 15 digits whose levels agree.
  case divisionCode = "division-code"

  package var severity: Severity {
    switch self {
    case .residentIDLegacy: .info
    case .organisationCodeEmbedded, .registrationNumberLegacy: .warning
    case .residentIDForm, .residentIDDate, .residentIDCheck, .creditCodeForm, .creditCodeCheck,
      .mobile, .organisationCodeForm, .organisationCodeCheck, .registrationNumberForm,
      .registrationNumberCheck, .phone, .plate, .divisionCode:
      .error
    }
  }
}
