import Testing
import Time

@testable import DemoTruth

@Suite struct `The firms of the district` {
  private static let firms = Firms(seed: 1, places: TestDistrict.places(percent: 20), open: 12_000)
  private static let today = TestDistrict.day(2026_06_30)
  private var firms: Firms { Self.firms }
  private var open: [Int] { Self.firms.open(on: Self.today) }

  private func share(_ list: [Int], _ holds: (Int) -> Bool) -> Double {
    Double(list.count(where: holds)) / Double(list.count)
  }

  @Test func `there are as many as asked for, and two thirds of them are sole traders`() {
    let traders = share(open) { firms.list[$0].form == .soleTrader }

    #expect(abs(open.count - 12_000) < 600)
    // 124 of 184 million entities at the end of 2023: 67 %.
    #expect((0.60...0.72).contains(traders), "\(traders)")
  }

  @Test(
    arguments: [
      // All registrations: stated for the demonstration.
      ("F", 0.35...0.42), ("H", 0.09...0.16),
    ] as [(Character, ClosedRange<Double>)])
  func `sections have their shares`(section: Character, bounds: ClosedRange<Double>) {
    let share = share(open) { firms.trade(of: $0).section == section }
    #expect(bounds.contains(share), "\(section) \(share)")
  }

  @Test(
    arguments: [
      // Legal entities in the fourth economic census: 29.8 %, 15.0 % and 11.7 %; within a tenth, by
      // some 3,500 companies.
      ("F", 0.268...0.328), ("C", 0.132...0.17), ("L", 0.105...0.129),
    ] as [(Character, ClosedRange<Double>)])
  func `companies have the sections of the census`(
    section: Character, bounds: ClosedRange<Double>
  ) {
    let companies = open.filter {
      firms.list[$0].form.isEnterprise && firms.list[$0].form != .branch
    }
    let share = share(companies) { firms.trade(of: $0).section == section }
    #expect(bounds.contains(share), "\(section) \(share)")
  }

  @Test func `companies that trade have the sizes of the census`() {
    let active = open.filter {
      let firm = firms.list[$0]
      return firm.form.isEnterprise && firm.form != .branch && !firm.isDormant
    }
    let micro = share(active) { firms.list[$0].staff < 10 }
    let large = share(active) { firms.list[$0].staff >= 100 }

    // 85.3 % are micro, 1.5 % medium or large.
    #expect(abs(micro - 0.853) < 0.04, "\(micro)")
    #expect(large > 0.002 && large < 0.03, "\(large)")
  }

  @Test func `of companies 68.9 % live for five years and 49.6 % for nine`() {
    func alive(after years: Double, founded: ClosedRange<Int>, _ forms: Set<LegalForm>) -> Double {
      let born = firms.list.indices.filter {
        let firm = firms.list[$0]
        return forms.contains(firm.form) && firm.predecessor >= -1
          && founded.contains(Day(ordinal: Int(firm.from)).year)
          && firm.from > TestDistrict.day(2016_07_01)
      }
      return share(born) { Double(firms.list[$0].to - firms.list[$0].from) >= years * 365.25 }
    }
    let five = alive(after: 5, founded: 2017...2021, [.limited, .onePerson])
    let nine = alive(after: 9, founded: 2017...2017, [.limited, .onePerson])
    let traders = alive(after: 5, founded: 2017...2021, [.soleTrader])

    #expect(abs(five - 0.689) < 0.05, "\(five)")
    #expect(abs(nine - 0.496) < 0.08, "\(nine)")
    #expect((0.45...0.62).contains(traders), "\(traders)")
  }

  @Test func `each firm has a credit code of its own that checks`() {
    let codes = firms.list.indices.map { firms.code(of: $0) }

    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { isValid($0) })
    #expect(codes.allSatisfy { $0.dropFirst(2).hasPrefix("990101") })
  }

  /// GB 32100-2015: the weighted sum of all 18 characters is a multiple of 31.
  private func isValid(_ code: String) -> Bool {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for character in code {
      guard let value = alphabet.firstIndex(of: character) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    // The check character has the weight 1, not 3^17.
    guard let check = code.last.flatMap({ alphabet.firstIndex(of: $0) }) else { return false }
    let rest = sum - check * pow3(17)
    return code.count == 18 && (rest + check) % 31 == 0
  }

  private func pow3(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { value, _ in value * 3 % 31 }
  }

  @Test func `those of before October 2015 have a registration number too, each another`() {
    let numbers = firms.list.indices.compactMap { firms.registrationNumber(of: $0) }

    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.count > 1_000)
    #expect(numbers.allSatisfy { $0.utf8.count == 15 })
    for (index, firm) in firms.list.enumerated() where firms.registrationNumber(of: index) != nil {
      #expect(firm.from < TestDistrict.day(2015_10_01))
    }
  }

  @Test func `each open firm has premises, and none has more than it can hold`() {
    var counts: [Int32: Int] = [:]
    for index in open { counts[firms.list[index].premises, default: 0] += 1 }

    for (place, count) in counts {
      let premises = firms.places.premises[Int(place)]
      // A head office of a chain comes on top.
      #expect(
        count <= SlotPlan.limit(premises) + 4, "\(premises.kind) of \(premises.area) m2: \(count)")
    }
  }

  @Test func `branches belong to a head office of their trade, which is open while they are`() {
    let branches = firms.list.filter { $0.form == .branch }
    let withHead = branches.filter { $0.head >= 0 }

    #expect(withHead.count > 100)
    for branch in withHead {
      let head = firms.list[Int(branch.head)]
      #expect(head.form != .branch && head.trade == branch.trade)
      #expect(head.isOpen(on: branch.from))
      // Where the head office closes, the branch follows within 300 days.
      #expect(branch.to <= TestDistrict.day(2027_06_30) || branch.to == Firm.open)
      if head.to < TestDistrict.day(2026_06_30) { #expect(branch.to <= head.to + 301) }
    }
  }

  @Test func `successors come after those whose door they take, under another code`() {
    var conversions = 0
    for (index, firm) in firms.list.enumerated() where firm.predecessor >= 0 {
      let before = firms.list[Int(firm.predecessor)]
      #expect(before.premises == firm.premises && before.to < firm.from)
      #expect(firms.code(of: index) != firms.code(of: Int(firm.predecessor)))
      guard firm.succession == .conversion else { continue }
      conversions += 1
      #expect(before.form == .soleTrader && firm.form.isEnterprise)
      #expect(before.representative == firm.representative && before.trade == firm.trade)
    }
    #expect(conversions > 20)
  }

  @Test func `names of open firms are hardly ever the same`() {
    let names = open.filter { firms.list[$0].form != .branch }.map { firms.name(of: $0) }
    let shared = names.count - Set(names).count

    #expect(shared < names.count / 200, "\(shared)")
    #expect(names.allSatisfy { !$0.isEmpty && !$0.contains(" ") })
  }

  @Test func `some people have several firms`() {
    var counts: [Int32: Int] = [:]
    for index in open where firms.list[index].representative >= 0 {
      counts[firms.list[index].representative, default: 0] += 1
    }
    #expect(counts.values.count { $0 >= 5 } > 20)
  }

  @Test func `licences follow each other and hold only while the firm is there`() {
    for index in stride(from: 0, to: firms.list.count, by: 7) {
      let firm = firms.list[index]
      for licence in firms.licences(of: index) {
        #expect(licence.from > firm.from && licence.from <= firm.to)
        #expect(licence.from <= licence.to)
      }
    }
    let restaurants = open.filter {
      firms.trade(of: $0).code == "6210" && !firms.list[$0].isDormant
    }
    let licensed = share(restaurants) { firms.licence(.catering, of: $0, on: Self.today) != nil }
    #expect((0.9...1).contains(licensed), "\(licensed)")
  }

  @Test func `tax grades have about the shares that tax offices print`() {
    let grades = open.compactMap { firms.taxCredit(of: $0, year: 2025)?.grade }
    func share(_ grade: TaxCredit) -> Double {
      Double(grades.count { $0 == grade }) / Double(grades.count)
    }
    #expect((0.06...0.12).contains(share(.A)), "\(share(.A))")
    #expect((0.48...0.60).contains(share(.B)), "\(share(.B))")
    #expect(share(.C) + share(.D) < 0.1)
  }

  @Test func `each estate has one property company on any day`() {
    let contracts = firms.managementContracts()
    for estate in firms.places.estates.indices {
      let mine = contracts.filter { $0.estate == estate }
      #expect(mine.filter { $0.from <= Self.today && Self.today <= $0.to }.count == 1)
      #expect(zip(mine, mine.dropFirst()).allSatisfy { $0.to + 1 == $1.from })
    }
  }

  @Test func `halls, parks and works have what offices list of them`() {
    let malls = firms.malls()
    let halls = firms.places.premises.count { $0.kind == .hall }
    let works = open.filter { firms.trade(of: $0).section == "C" && firms.list[$0].staff >= 20 }

    #expect(malls.count == halls && malls.allSatisfy { $0.firm >= 0 && !$0.name.isEmpty })
    #expect(firms.parks().count >= 1 && firms.parks().allSatisfy { !$0.premises.isEmpty })
    #expect(
      works.allSatisfy {
        firms.isAboveScale($0) || !firms.list[$0].form.isEnterprise
          || firms.list[$0].form == .branch
      })
    #expect(
      open.contains { firms.hasBottledGas($0) }
        && open.contains { !firms.investments(of: $0).isEmpty })
  }

  @Test func `schools and hospitals are found by their class, and employers by their staff`() {
    #expect(
      ["8310", "8321", "8411", "7020"].allSatisfy { !firms.open($0, on: Self.today).isEmpty })
    let (employers, weights) = firms.employers(on: Self.today)
    #expect(weights.total == open.reduce(0) { $0 + Int(firms.list[$1].staff) })
    #expect(employers.count < open.count)
  }

  @Test func `visits lie within the life of a firm and are in order`() {
    var grades: Set<Int> = []
    for index in stride(from: 0, to: firms.list.count, by: 3) {
      let records = firms.records(of: index)
      for record in records {
        grades.insert(record.grade)
        #expect(record.day >= firms.list[index].from && record.day <= firms.list[index].to)
      }
      #expect(zip(records, records.dropFirst()).allSatisfy { $0.day <= $1.day })
    }
    #expect(grades == [0, 1, 2])
  }

  @Test func `two makings and two threads give the same firms`() async {
    let again = Firms(seed: 1, places: TestDistrict.places(percent: 2), open: 1_200)
    let texts = await withTaskGroup(of: [String].self) { group in
      for _ in 0..<2 {
        group.addTask {
          let firms = Firms(seed: 1, places: TestDistrict.places(percent: 2), open: 1_200)
          return firms.list.indices.map {
            "\(firms.code(of: $0)) \(firms.name(of: $0)) \(firms.list[$0])"
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }

    #expect(texts[0] == texts[1])
    #expect(texts[0].count == again.list.count)
    #expect(
      texts[0]
        != Firms(seed: 2, places: TestDistrict.places(percent: 2), open: 1_200).list.map { "\($0)" }
    )
  }
}
