/// What somebody is to the head of the household.
enum HouseholdRole: UInt8 {
  case head, spouse, child, parent

  /// The code of GB/T 4761.
  func kinship(isMale: Bool) -> String {
    switch self {
    case .head: "02"
    case .spouse: isMale ? "11" : "12"
    case .child: isMale ? "20" : "30"
    case .parent: isMale ? "51" : "52"
    }
  }
}
