/// Regions of birth and of hukou: the district's own, and others that do not exist either.
package enum Origin {
  /// That of the first district, less 990000; those of the city's other districts follow it.
  package static let own: UInt16 = 101

  /// A region outside the city, 990201 to 999929: none is one of GB/T 2260.
  ///
  /// Half of those who come are from the province itself (prefectures 02 to 12; an assumption after
  /// the 2020 census: 124.8 of 375.8 million floating people crossed a province's border).
  package static func elsewhere(_ draw: inout Draw) -> UInt16 {
    let prefecture = draw.happens(550_000) ? draw.number(2...12) : draw.number(13...99)
    let county = draw.happens(600_000) ? draw.number(21...29) : draw.number(1...12)
    return UInt16(prefecture * 100 + county)
  }

  /// The six digits of a region.
  package static func code(_ region: UInt16) -> String { "99" + Digits.padded(Int(region), 4) }

  /// The province, the city and the county of a region, by made-up names.
  package static func names(_ region: UInt16) -> (province: String, city: String, county: String) {
    if region >= own, let division = Division.all.dropFirst(Int(region - own)).first {
      return (Division.province, Division.city, division.name)
    }
    let (prefecture, county) = (Int(region) / 100, Int(region) % 100)
    let province =
      prefecture <= 12
      ? Division.province : provinces[(prefecture - 13) / 5 % provinces.count]
    let city = heads[prefecture % heads.count] + tails[prefecture / heads.count % tails.count]
    let place = (prefecture * 31 + county * 7) % (heads.count * tails.count)
    let short = tails[place % tails.count] + heads[place / tails.count]
    return (province, city + "市", short + (county > 20 ? "县" : "区"))
  }

  private static let provinces = [
    "云岭省", "北原省", "河东省", "岭西省", "海川省", "湖阳省", "山南省", "江北省", "平原省", "关中省", "沙洲自治区",
    "松江省", "东屏省", "南屿省", "滇池省", "川北省", "淮上省", "桂岭自治区",
  ]
  private static let heads = [
    "清", "安", "永", "长", "新", "平", "宁", "嘉", "丰", "南", "兴", "德", "金", "文", "武",
  ]
  private static let tails = ["原", "陵", "浦", "泽", "岩", "川", "塘", "屏"]
}
