import Addresses
import Testing

@Suite struct MatchPropertyTests {
  @Test func `each entry is the answer to its own elements, whatever divisions are left out`() {
    let register = AddressesTests.register(smallTown(seed: 11))
    let matcher = AddressMatcher(register)
    for number in 1...UInt32(register.count) {
      let index = EntryIndex(rawValue: number)
      let path = register.path(to: index).map(\.element)
      for least: ElementKind in [.county, .town, .community, .road] {
        let elements = path.filter { $0.kind >= least }
        guard elements.last?.kind.isDivision == false || least == .county else { continue }
        let answer = matcher.match(elements: elements)
        guard answer.certainty != .none else {
          #expect((register.entry(index)?.level ?? .none) < .community)
          continue
        }
        if answer.certainty == .equal || least <= .community {
          #expect(answer.entry == index)
        }
        #expect(answer.certainty != .sure)
        #expect(answer.certainty == .equal || answer.candidates.contains { $0.entry == index })
      }
    }
  }

  @Test func `a number that is taken out of the register falls to the parent`() {
    let rows = smallTown(seed: 5)
    let full = AddressesTests.register(rows)
    let parents = Set(rows.compactMap(\.parent))
    for row in rows where !parents.contains(row.id) || row.id % 7 == 0 {
      guard let index = full.index(of: row.id), let own = row.elements.last,
        own.kind.isNumber, let parent = row.parent
      else { continue }
      let elements = full.path(to: index).map(\.element)
      let without = full.applying(RegisterChanges(rows: [], removed: [row.id])).register

      let answer = AddressMatcher(without).match(elements: elements)

      #expect(without.id(answer.entry) == parent, "\(row.id)")
      #expect(answer.certainty == .sure)
    }
  }

  @Test func `the order of the rows changes no answer`() {
    var generator = SeededGenerator(seed: 1)
    let rows = smallTown(seed: 2)
    let first = AddressMatcher(AddressesTests.register(rows))
    let second = AddressMatcher(AddressesTests.register(rows.shuffled(using: &generator)))
    let parts: [[RegisterElement]] = [
      [.road("杨柳路"), .road("长桥路"), .road("石井街"), .town("东街道"), .community("山下社区")],
      (1...12).map { .number("\($0)") } + [.number("甲8"), .number("112-114"), .estate("杨园02")],
      (1...4).map { .building("\($0)") }, [.entrance("1"), .entrance("3"), .room("101")],
    ]
    for _ in 0..<3000 {
      var elements: [RegisterElement] = []
      for part in parts where Bool.random(using: &generator) {
        if let element = part.randomElement(using: &generator) { elements.append(element) }
      }
      #expect(first.match(elements: elements) == second.match(elements: elements))
    }
  }
}
