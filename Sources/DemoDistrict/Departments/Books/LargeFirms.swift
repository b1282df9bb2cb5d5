import DemoTruth
import Time

/// The firms that report to the statistics each month: 规模以上企业.
struct LargeFirms: Sendable {
  /// How many report in the whole district.
  private static let wanted = 420
  /// The months of 2026 and 2027 that lists are of: April 2026 is 0.
  static let months = 16

  /// Places in `firms.list`, in order.
  let firms: [Int32]

  /// The largest by the revenue of 2025 of those above the threshold that are open in mid 2026.
  init(_ truth: Truth) {
    let firms = truth.firms
    let candidates = firms.list.indices.compactMap { index -> (revenue: Int, firm: Int32)? in
      let firm = firms.list[index]
      guard firm.form.isEnterprise, firm.staff >= 8,
        firm.from < Int32(Day(number: 2025_07_01).ordinal),
        firm.isOpen(on: TruthCalendar.todayOrdinal - 15),
        let least = Self.threshold(firms.trade(of: index).section)
      else { return nil }
      let revenue = firms.revenue(of: index, year: 2025)
      return revenue >= least ? (revenue, Int32(index)) : nil
    }
    let count = max(12, Self.wanted * truth.options.share / 100)
    self.firms = candidates.sorted { ($1.revenue, $0.firm) < ($0.revenue, $1.firm) }
      .prefix(count).map(\.firm).sorted()
  }

  /// Revenue of a year in thousands of yuan from which firms of a section report (statistical rules of 2024):
  /// industry 20 million, transport, software and public facilities 20 million, leasing and technical services
  /// 10 million.
  private static func threshold(_ section: Character) -> Int? {
    switch section {
    case "C", "D", "G", "I", "N": 20_000
    case "L", "M", "K": 10_000
    default: nil
    }
  }
}
