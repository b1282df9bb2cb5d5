import DemoTruth

/// The regions that do not exist, where people come from: 990201 to 999929, by the names of `Origin`.
enum OutsidePlaces {
  /// The address of a region as a form has it: province, city, county; empty where it is none.
  static func address(_ region: String) -> String {
    guard region.utf8.count == 6, let number = UInt16(region.suffix(4)) else { return "" }
    let names = Origin.names(number)
    return names.province + names.city + names.county
  }
}
