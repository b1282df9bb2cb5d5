import Testing
import Time

@testable import DemoTruth

@Suite struct `What went wrong with firms` {
  private static let firms = Firms(seed: 3, places: TestDistrict.places(percent: 5), open: 3_000)
  private static let book = BreachBook(firms)
  private var firms: Firms { Self.firms }
  private var book: BreachBook { Self.book }

  @Test func `entries lie in the life of their firm, and end after they begin`() {
    #expect(book.listings.count > 100)
    for listing in book.listings {
      let firm = firms.list[Int(listing.firm)]
      #expect(listing.from > firm.from && listing.from < listing.to)
      #expect((listing.end == .none) == (listing.to == Firm.open))
      if listing.list == .irregular, firm.ending == .deregistered { #expect(listing.to <= firm.to) }
      #expect(WorkDays.isWorkDay(listing.from))
    }
  }

  @Test func `who did not report is listed in July`() {
    let months = Set(
      book.listings.filter { $0.reason == .noReport }.map { Day(ordinal: Int($0.from)).month })
    #expect(months == [7])
  }

  @Test func `a serious breach of three years follows an entry that was never removed`() {
    for listing in book.listings where listing.reason == .threeYears {
      let causes = book.listings(of: Int(listing.firm)).filter {
        $0.list == .irregular && $0.to == Firm.open
          && (1_096...1_112).contains(listing.from - $0.from)
      }
      #expect(!causes.isEmpty)
    }
  }

  @Test func `who is not found by the tax office has mostly lost or given up its registration`() {
    let missing = book.listings.filter { $0.list == .missingTaxpayer }
    let gone = missing.count { firms.list[Int($0.firm)].ending != .none }
    #expect(missing.count > 20 && gone * 2 > missing.count, "\(gone) of \(missing.count)")
  }

  @Test func `who is fined for selling without a licence has none`() {
    let without = book.penalties.filter { $0.cause == .noLicence }
    #expect(!without.isEmpty)
    #expect(without.allSatisfy { firms.licenceBook[Int($0.firm)].isEmpty })
  }

  @Test func `debtors of one case have one number, and no other case of the year has it`() {
    var cases: [String: Set<Int32>] = [:]
    for one in book.judgements {
      #expect((one.firm >= 0) != (one.person >= 0) && one.until > one.day)
      let year = Day(ordinal: Int(one.day)).year
      cases["\(year) \(one.serial)", default: []].insert(one.amount)
    }
    #expect(cases.values.allSatisfy { $0.count == 1 })
    #expect(cases.count < book.judgements.count)
  }

  @Test func `debts are positive and of firms in trouble in most cases`() {
    #expect(book.debts.count > 5)
    #expect(book.debts.allSatisfy { $0.amount > 0 && $0.from < $0.to })
  }
}
