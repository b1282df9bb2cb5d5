import Testing
import Time

@testable import DemoTruth

@Suite struct `The licences and posts of firms` {
  private static let firms = Firms(seed: 3, places: TestDistrict.places(percent: 5), open: 3_000)
  private static let today = TestDistrict.day(2026_06_30)
  private var firms: Firms { Self.firms }
  private var entries: [LicenceBook.Entry] { Self.firms.licenceBook.entries }

  @Test func `no two licences have one number`() {
    let numbers = entries.indices.map { firms.number(ofLicence: $0) }
    #expect(Set(numbers).count == numbers.count && numbers.count > 2_000)
  }

  @Test func `numbers of one kind follow the days on which they were given`() {
    let food = entries.filter { $0.kind == .catering }.sorted { $0.serial < $1.serial }
    #expect(food.map(\.serial) == Array(1...Int32(food.count)))
    #expect(zip(food, food.dropFirst()).allSatisfy { $0.from <= $1.from })
  }

  @Test func `a term holds on its days and the next one follows it`() {
    for entry in entries where entry.kind == .publicHealth {
      let term = entry.term(on: Self.today)
      if entry.holds(on: Self.today) {
        #expect(term.from <= Self.today && Self.today <= term.to)
      }
      #expect((1_460...1_462).contains(term.to - term.from + 1))
      if term.to < entry.to { #expect(entry.term(on: term.to + 1).from == term.to + 1) }
    }
  }

  @Test func `head offices of chains hold no licence of a shop`() {
    let heads = firms.list.indices.filter {
      firms.list[$0].brand >= 0 && firms.list[$0].form != .branch
    }
    #expect(!heads.isEmpty)
    for head in heads {
      let kinds = firms.licenceBook[head].map { entries[$0].kind }
      #expect(!kinds.contains(.hotel) && !kinds.contains(.catering) && !kinds.contains(.drugs))
    }
  }

  @Test func `each enterprise has one representative on a day`() {
    let book = PostBook(firms)
    var counts: [Int32: Int] = [:]
    for post in book.posts where post.isRepresentative && post.holds(on: Self.today) {
      counts[post.firm, default: 0] += 1
      #expect(post.person == firms.representative(of: Int(post.firm), on: Self.today))
    }
    let open = firms.open(on: Self.today).filter { firms.list[$0].form.isEnterprise }
    #expect(counts.values.allSatisfy { $0 == 1 })
    #expect(open.count(where: { counts[Int32($0)] == nil }) * 5 < open.count)
  }

  @Test func `who takes over does so within the life of the firm`() {
    let handovers = firms.list.indices.compactMap { index in
      firms.handover(of: index).map { (firms.list[index], $0.day) }
    }
    #expect(handovers.count > 20)
    #expect(
      handovers.allSatisfy { $0.0.from < $0.1 && $0.1 <= $0.0.to && WorkDays.isWorkDay($0.1) })
  }
}
