/// The named checks that a field can ask for under `gewu: {check: …}`.
///
/// Full-width digits and letters are read as those of ASCII, and letters are made capitals.
package enum FieldCheck: String, Hashable, Sendable, CaseIterable, Codable {
  /// A resident identity number of 18 characters (GB 11643-1999: date and check character) or
  /// the older form of 15 digits. A final `x` is made upper case. The region code is not judged:
  /// it may be historic.
  case residentID = "cn.resident-id"
  /// A unified social credit code (GB 32100-2015: alphabet and check character). Lower case is
  /// made upper case.
  case creditCode = "cn.credit-code"
  /// An organisation code of eight characters and a check character (GB 11714-1997), with or
  /// without the hyphen before it; kept without.
  case organisationCode = "cn.organisation-code"
  /// A registration number of 15 digits (GS 15-2006, ISO 7064 MOD 11,10); one of 13 digits, as
  /// they were before 2007, is taken with a remark.
  case registrationNumber = "cn.registration-number"
  /// A mobile number of mainland China: 11 digits, the first two 13 to 19.
  case mobile = "cn.mobile"
  /// A mobile number, a landline number with or without its area code and extension, or a number
  /// that begins with 400 or 800.
  case phone = "cn.phone"
  /// A number plate (GA 36-2018): seven characters, eight for new energy.
  case plate = "cn.plate"
  /// A division code of 6, 9, 12 or 15 digits (GB/T 2260, GB/T 10114 and the grid codes upon them):
  /// province and the levels below it in order.
  case divisionCode = "cn.division-code"
}
