import DemoTruth
import Time

/// What can be read of the lists of breaches.
enum ListingFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.steps = [
      "listing.firm": (.firm, { Int($0.listing($1).firm) }),
      "listing.premises": (.premises, { Int($0.firm(Int($0.listing($1).firm)).premises) }),
    ]
    table.beginnings[.listing] = { $0.listing($1).from }
    table.facts = [
      "listing.number": { .text(number($0, $1)) },
      "listing.reason": { .text(reason($0, $1)) },
      "listing.from": { .day($0.listing($1).from) },
      "listing.to": { .day(isOver($0, $1) ? $0.listing($1).to : nil) },
      "listing.endReason": { isOver($0, $1) ? .optional(end($0.listing($1).end)) : .none },
      "listing.authority.name": { .text($0.marketOffice(ofFirm: Int($0.listing($1).firm))) },
      "listing.firm.taxOffice.name": {
        .text(FirmFacts.taxOffice($0, Int($0.listing($1).firm)))
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "samr_abn": rule(.irregular, days: 5 * 365),
    "samr_ill": rule(.serious, days: 5 * 365),
    "tax_abnormal_tp": rule(.missingTaxpayer, days: 3 * 365),
  ]

  /// The entries of the last years, whether they were removed or not.
  private static func rule(_ list: Listing.List, days: Int32) -> RowRule {
    RowRule(
      count: { $0.market.breaches.listings.count },
      isIn: { sight, index in
        let listing = sight.listing(index)
        return listing.list == list && listing.from <= sight.day && sight.day - listing.from < days
          && sight.shared.firms.hasName(Int(listing.firm))
      })
  }

  private static func isOver(_ sight: Sight, _ index: Int) -> Bool {
    sight.listing(index).to <= sight.day
  }

  /// The district, the year and a counter of the list.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let listing = sight.listing(index)
    let year = Day(ordinal: Int(listing.from)).year
    return sight.division.code + (listing.list == .irregular ? "YC" : "SX") + String(year)
      + Digits.padded(Int(listing.serial), 5)
  }

  private static func reason(_ sight: Sight, _ index: Int) -> String {
    let listing = sight.listing(index)
    return switch listing.reason {
    case .noReport: "未按期年报"
    case .notFound: "登记住所无法联系"
    case .falseNotice: "公示信息虚假"
    case .noNotice: "未履行公示义务"
    case .threeYears: "被列入经营异常名录届满三年仍未履行相关义务"
    case .heavyPenalty:
      sight.shared.firms.trade(of: Int(listing.firm)).code == "5251"
        ? "违反药品管理法律、行政法规，性质恶劣、情节严重，受到较重行政处罚"
        : "违反食品安全法律、行政法规，性质恶劣、情节严重，受到较重行政处罚"
    case .noDeclaration: "未按期申报，查无下落"
    }
  }

  private static func end(_ end: Listing.End) -> String? {
    switch end {
    case .none: nil
    case .reported: "已补报未报年份的年度报告并公示"
    case .found: "已依法办理住所变更登记，通过登记的住所可以重新取得联系"
    case .deregistered: "申请办理注销登记，移出经营异常名录"
    case .corrected: "已更正公示信息，履行公示义务"
    case .term: "列入严重违法失信名单届满三年，予以移出"
    case .declared: "已补办申报，缴清税款、滞纳金和罚款"
    }
  }
}
