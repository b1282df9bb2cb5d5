internal import Time

/// What went wrong with firms from 2016-07 to 2027-06, and who did not comply with a judgement.
///
/// The entries of each list are in the order of the firms; the place in a list is an entry's index for good.
/// Numbers count by year and day, as an office's do.
package struct BreachBook: Sendable {
  package private(set) var listings: [Listing]
  package private(set) var penalties: [Penalty]
  package let debts: [TaxDebt]
  package private(set) var judgements: [Judgement]
  private let listingsOfFirm: SpanIndex
  private let penaltiesOfFirm: SpanIndex
  private let debtsOfFirm: SpanIndex
  private let judgementsOfFirm: (index: SpanIndex, order: [Int32])

  package init(_ firms: Firms) {
    var maker = BreachMaker(firms)
    maker.make()
    (listings, penalties) = (maker.listings, maker.penalties)
    (debts, judgements) = (maker.debts, maker.judgements)
    let count = firms.list.count
    listingsOfFirm = SpanIndex(count: count, things: listings.count) { [listings] in
      listings[$0].firm
    }
    penaltiesOfFirm = SpanIndex(count: count, things: penalties.count) { [penalties] in
      penalties[$0].firm
    }
    debtsOfFirm = SpanIndex(count: count, things: debts.count) { [debts] in debts[$0].firm }
    judgementsOfFirm = SpanIndex.order(count: count, owners: judgements.map(\.firm))
    number()
  }

  package func listings(of firm: Int) -> ArraySlice<Listing> { listings[listingsOfFirm[firm]] }

  package func penalties(of firm: Int) -> ArraySlice<Penalty> { penalties[penaltiesOfFirm[firm]] }

  package func debts(of firm: Int) -> ArraySlice<TaxDebt> { debts[debtsOfFirm[firm]] }

  package func judgements(of firm: Int) -> [Judgement] {
    judgementsOfFirm.order[judgementsOfFirm.index[firm]].map { judgements[Int($0)] }
  }

  /// Whether a firm is in a list on a day.
  package func isListed(_ firm: Int, in list: Listing.List, on day: Int32) -> Bool {
    listings(of: firm).contains { $0.list == list && $0.from <= day && day < $0.to }
  }

  private mutating func number() {
    var counters: [Int: Int32] = [:]
    func next(_ kind: Int, _ day: Int32) -> Int32 {
      let key = kind * 10_000 + Day(ordinal: Int(day)).year
      counters[key, default: 0] += 1
      return counters[key] ?? 0
    }
    for place in listings.indices.sorted(by: {
      (listings[$0].from, $0) < (listings[$1].from, $1)
    }) {
      listings[place].serial = next(Int(listings[place].list.rawValue), listings[place].from)
    }
    for place in penalties.indices.sorted(by: {
      (penalties[$0].day, $0) < (penalties[$1].day, $1)
    }) {
      penalties[place].serial = next(10, penalties[place].day)
    }
    // Most cases of a court are complied with and never published: one in about twenty is (assumption).
    var (before, count) = (Int32(-1), Int32(0))
    for place in judgements.indices.sorted(by: {
      (judgements[$0].day, judgements[$0].serial, $0)
        < (judgements[$1].day, judgements[$1].serial, $1)
    }) {
      let one = judgements[place]
      if one.serial != before { count = next(20, one.day) }
      before = one.serial
      judgements[place].serial = count * 19 + one.serial % 17
    }
  }
}
