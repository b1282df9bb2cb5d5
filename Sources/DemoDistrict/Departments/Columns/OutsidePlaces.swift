import DemoTruth

/// Invented places of the regions that do not exist, where people come from: 990201 to 999929.
enum OutsidePlaces {
  private static let provinces = [
    "岭北省", "河东省", "江右省", "湖西省", "关中省", "海东省", "云岭省", "川北省", "淮上省",
  ]
  private static let first = Array("安昌永兴清宁和平长广新德嘉泰丰").map(String.init)
  private static let second = Array("阳州城川山江水源陵原").map(String.init)

  /// The address of a region as a form has it: province, city, county.
  static func address(_ region: String) -> String {
    let digits = region.utf8.compactMap { Int($0) - 48 }
    guard digits.count == 6 else { return "" }
    let prefecture = digits[2] * 10 + digits[3]
    let county = digits[4] * 10 + digits[5]
    // The first twelve prefectures are of the district's own province.
    let province = prefecture <= 12 ? Division.province : provinces[prefecture % provinces.count]
    let city = first[prefecture % first.count] + second[prefecture / 10 % second.count] + "市"
    let name = first[(prefecture * 7 + county) % first.count] + second[county % second.count]
    return province + city + name + (county > 20 ? "县" : "区")
  }
}
