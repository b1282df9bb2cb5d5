import Addresses
import Testing

@Suite struct RegisterChangesTests {
  @Test func `after each of 200 random changes the register is that of all rows`() {
    var generator = SeededGenerator(seed: 42)
    var rows: [Int64: AddressRow] = [:]
    for row in smallTown(seed: 3) { rows[row.id] = row }
    var current = register(Array(rows.values))
    for step in 0..<200 {
      var changed: [AddressRow] = []
      var removed: [Int64] = []
      for _ in 0..<3 {
        let id = Int64.random(in: 1...400, using: &generator)
        guard let old = rows[id] else { continue }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          removed.append(id)
          rows[id] = nil
        case 1:
          let new = row(1000 + Int64(step), in: id, .room("\(step)"))
          rows[new.id] = new
          changed.append(new)
        default:
          let new = row(
            id, in: old.parent, old.elements[0], name: "n\(step)", status: .historic,
            successor: Int64(step), aliases: old.aliases, positions: old.positions)
          rows[id] = new
          changed.append(new)
        }
      }
      let last = Dictionary(changed.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      let kept = last.values.filter { rows[$0.id] == $0 }

      current = current.applying(RegisterChanges(rows: Array(kept), removed: removed)).register
      // What lost its parent is gone from both.
      rows = rows.filter { current.index(of: $0.key) != nil || rows[$0.value.parent ?? 0] != nil }

      #expect(current == register(Array(rows.values)), "step \(step)")
    }
  }

  @Test func `a change names the road or estate above it, its names and theirs`() {
    let built = register([
      row(1, .county("测试区")), row(2, in: 1, .road("杨柳路")),
      row(
        3, in: 2, .number("1"),
        aliases: [AddressAlias(.secondName, elements: [.estate("绿园")])]),
      row(4, in: 3, .building("1")), row(5, in: 1, .road("长桥路")), row(6, in: 5, .number("1")),
    ])

    let added = built.applying(RegisterChanges(rows: [row(7, in: 4, .room("101"))]))
    let renamed = built.applying(RegisterChanges(rows: [row(5, in: 1, .road("短桥路"))]))

    #expect(added.touched == [.road("杨柳路"), .estate("绿园")])
    #expect(renamed.touched == [.road("短桥路"), .road("长桥路")].sorted())
  }
}
